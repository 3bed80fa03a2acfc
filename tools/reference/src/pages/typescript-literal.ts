import type { WireValue } from '@egoi-client/core';

const lineWidth = 100;

/**
 * A value as one writes it in TypeScript: on one line where it fits, else a line a member.
 *
 * @param indent of the line that it begins on, in spaces
 * @param taken columns of that line that are taken
 */
export function typescriptLiteral(value: WireValue, indent: number, taken: number): string {
  const short = onOneLine(value);
  if (taken + short.length <= lineWidth || typeof value !== 'object' || value === null) {
    return short;
  }
  const inner = indent + 2;
  const margin = ' '.repeat(inner);
  const lines = Array.isArray(value)
    ? value.map((item) => margin + typescriptLiteral(item, inner, inner + 1))
    : Object.entries(value).map(([name, member]) => {
        const start = `${margin}${propertyName(name)}: `;
        return start + typescriptLiteral(member, inner, start.length + 1);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')},\n${' '.repeat(indent)}${close}`;
}

function onOneLine(value: WireValue): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${propertyName(name)}: ${onOneLine(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function textLiteral(text: string): string {
  const escaped = JSON.stringify(text);
  if (text.includes("'") && !text.includes('"')) return escaped;
  return `'${escaped.slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}

/** A member called `__proto__` is written as a computed name: the plain one would set the prototype. */
function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}
