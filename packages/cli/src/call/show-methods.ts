import { allMethods } from '@egoi-client/core';
import { fitColumns, roomInside } from '../output/columns.ts';
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
    const { rows } = fitColumns(
      [
        {
          name: 'method',
          cells: methods.map((method) => method.name),
          isTelling: true,
          isWhole: true,
        },
        { name: 'over API v3', cells: methods.map((method) => v3Verdict(method.name)) },
        { name: 'summary', cells: methods.map(({ summary }) => summary) },
      ],
      roomInside(output),
    );
    const groups = [...new Set(methods.map(({ group }) => group))].map((group) => {
      const lines = rows.filter((_, index) => methods[index]?.group === group);
      return [output.bold(group), ...lines.map((line) => `  ${line}`)].join('\n');
    });
    const legend = 'In the middle: what becomes of it over API v3.';
    return [...groups, legend, 'All about one: egoi methods <name>'].join('\n\n');
  });
}
