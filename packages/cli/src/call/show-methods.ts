import { allMethods, type MethodGroup } from '@egoi-client/core';
import { table } from '../output/table.ts';
import type { Session } from '../session.ts';
import { findKnownMethod } from './find-known-method.ts';
import { methodAsJson, methodHelp } from './method-help.ts';
import { v3Verdict } from './v3-words.ts';

/** Shows one method, or all of them by group. */
export function showMethods({ output }: Session, name: string | undefined): void {
  if (name !== undefined) {
    const spec = findKnownMethod(name);
    output.read(methodAsJson(spec), () => methodHelp(spec, output));
    return;
  }
  const methods = allMethods();
  output.read(methods.map(methodAsJson), () => {
    const groups = [...new Set(methods.map(({ group }) => group))];
    const v3Width = 'with losses'.length;
    const width = Math.max(...methods.map((method) => method.name.length));
    const groupText = (group: MethodGroup) => {
      const rows = methods
        .filter((method) => method.group === group)
        .map((method) => [
          '',
          method.name.padEnd(width),
          v3Verdict(method.name).padEnd(v3Width),
          method.summary,
        ]);
      return `${output.bold(group)}\n${table(rows)}`;
    };
    const legend = 'In the middle: what becomes of it over API v3.';
    return [...groups.map(groupText), legend, 'All about one: egoi methods <name>'].join('\n\n');
  });
}
