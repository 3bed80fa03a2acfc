import { fileURLToPath } from 'node:url';
import { type Command, runProgram } from './child-process.ts';

/** A foreign program, and how to find out whether it is there. */
export interface ForeignProgram {
  /** Names to try in turn. A Python put first in the path may lack the modules of the system's own. */
  readonly programs: readonly string[];
  /** Arguments that are for the program itself, before a script. */
  readonly args?: readonly string[];
  /** Arguments that make it print its version, and fail where a library is missing. */
  readonly versionArgs: readonly string[];
  /** What to install. */
  readonly packages: string;
}

/** Where Debian puts the libraries of Java. */
const jars = ['axis', 'axis-jaxrpc', 'axis-saaj', 'commons-discovery', 'commons-logging', 'wsdl4j']
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(':');

// -B: the scripts share a module, and no compiled copy of it is to lie beside them.
const python = { programs: ['python3', '/usr/bin/python3'], args: ['-B'] } as const;

/** The path of a script beside this file. */
export function scriptPath(folder: 'clients' | 'servers', name: string): string {
  return fileURLToPath(new URL(`${folder}/${name}`, import.meta.url));
}

/** The programs by the names that the report calls them. */
export const programs = {
  php: {
    programs: ['php'],
    versionArgs: [
      '-r',
      'foreach (["soap", "curl", "dom"] as $name) extension_loaded($name) || exit(1); echo "PHP ", PHP_VERSION;',
    ],
    packages: 'php-cli php-soap php-curl php-xml',
  },
  soapLite: {
    programs: ['perl'],
    versionArgs: [
      '-MSOAP::Lite',
      '-MSOAP::Transport::HTTP',
      '-e',
      'print "SOAP::Lite $SOAP::Lite::VERSION, Perl $^V"',
    ],
    packages: 'libsoap-lite-perl',
  },
  rpcXml: {
    programs: ['perl'],
    versionArgs: ['-MRPC::XML::Client', '-e', 'print "RPC::XML $RPC::XML::VERSION, Perl $^V"'],
    packages: 'librpc-xml-perl',
  },
  zeep: {
    ...python,
    versionArgs: [
      '-c',
      'import platform, zeep; print("zeep " + zeep.__version__ + ", Python " + platform.python_version())',
    ],
    packages: 'python3-zeep',
  },
  python: {
    ...python,
    versionArgs: [
      '-c',
      'import platform, xmlrpc.client; print("Python " + platform.python_version())',
    ],
    packages: 'python3',
  },
  pythonWithCurl: {
    ...python,
    versionArgs: [
      '-c',
      'import subprocess; print(" ".join(subprocess.run(["curl", "--version"], check=True, capture_output=True, text=True).stdout.split()[:2]))',
    ],
    packages: 'python3 curl',
  },
  ruby: {
    programs: ['ruby'],
    versionArgs: [
      '-e',
      'require "xmlrpc/client"; print "xmlrpc #{Gem::Specification.find_by_name("xmlrpc").version}, Ruby #{RUBY_VERSION}"',
    ],
    packages: 'ruby ruby-xmlrpc',
  },
  axis: {
    programs: ['java'],
    args: ['-Dfile.encoding=UTF-8', '-cp', jars],
    versionArgs: [scriptPath('clients', 'AxisClient.java'), 'version'],
    packages: 'libaxis-java default-jdk-headless',
  },
  npmXmlrpc: {
    programs: [process.execPath],
    versionArgs: [scriptPath('clients', 'package-version.mjs'), 'transport-xmlrpc', 'xmlrpc'],
    packages: 'the dependencies of this workspace',
  },
  npmSoap: {
    programs: [process.execPath],
    versionArgs: [scriptPath('clients', 'package-version.mjs'), 'transport-soap', 'soap'],
    packages: 'the dependencies of this workspace',
  },
} as const satisfies Record<string, ForeignProgram>;

/** A program that is there. */
export interface FoundProgram {
  readonly version: string;
  /** The command that runs it with these arguments. */
  command(args: readonly string[], env?: Readonly<Record<string, string>>): Command;
}

const found = new Map<ForeignProgram, Promise<FoundProgram | undefined>>();

/** Looks for a program once. @returns `undefined` where it, or a library of it, is missing */
export function findProgram(foreign: ForeignProgram): Promise<FoundProgram | undefined> {
  const known = found.get(foreign) ?? lookFor(foreign);
  found.set(foreign, known);
  return known;
}

async function lookFor(foreign: ForeignProgram): Promise<FoundProgram | undefined> {
  const own = foreign.args ?? [];
  for (const program of foreign.programs) {
    const { ok, stdout } = await runProgram(
      { program, args: [...own, ...foreign.versionArgs] },
      60_000,
    );
    if (!ok) continue;
    return {
      version: stdout.trim(),
      command: (args, env = {}) => ({ program, args: [...own, ...args], env }),
    };
  }
  return undefined;
}
