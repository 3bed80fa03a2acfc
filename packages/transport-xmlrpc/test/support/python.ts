import { execFileSync, spawnSync } from 'node:child_process';
import type { WireValue } from '@egoi-client/core';

/** Whether the reader and writer of Python's standard library can be asked, or must be: INTEROP_REQUIRED=1. */
export const hasPython =
  process.env['INTEROP_REQUIRED'] === '1' ||
  spawnSync('python3', ['-c', 'import xmlrpc.client']).status === 0;

const script = `
import json, sys, xmlrpc.client

def read(document):
    try:
        params, method = xmlrpc.client.loads(document)
        return {"method": method, "params": params}
    except xmlrpc.client.Fault as fault:
        return {"fault": {"faultCode": fault.faultCode, "faultString": fault.faultString}}

def write(item):
    if "fault" in item:
        fault = item["fault"]
        return xmlrpc.client.dumps(xmlrpc.client.Fault(fault["faultCode"], fault["faultString"]))
    method = item.get("method")
    return xmlrpc.client.dumps((item["value"],), method, methodresponse=method is None, allow_none=True)

actions = {"read": read, "write": write}
print(json.dumps([actions[sys.argv[1]](item) for item in json.load(sys.stdin)]))
`;

function ask(action: 'read' | 'write', items: readonly unknown[]): unknown {
  const output = execFileSync('python3', ['-c', script, action], {
    input: JSON.stringify(items),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output);
}

/** What Python finds in documents: method and parameters, or a fault. */
export function readByPython(documents: readonly string[]): unknown {
  return ask('read', documents);
}

/** Documents as Python writes them: a call where there is a method, else an answer. */
export function writtenByPython(
  items: readonly (
    | { readonly method?: string; readonly value: WireValue }
    | { readonly fault: { readonly faultCode: number | string; readonly faultString: string } }
  )[],
): string[] {
  return ask('write', items) as string[];
}
