import {
  escapeXmlText,
  itemSizer,
  type RequestSize,
  type ValueSyntax,
  valuePieces,
  WireFormatError,
  type WireValue,
} from '@egoi-client/core';
import { decimalText } from './decimal-text.ts';

/** How whole numbers beyond 32 bits are written: the specification's `<int>` has no room for them. */
export type WideIntegers = 'double' | 'int';

/**
 * Writes a value as a `<value>` element, in the forms of the golden files. Null is `<nil/>`, as PHP's
 * servers read and write it.
 *
 * @param value any wire value, at most `maxWireDepth` lists and structs inside one another
 * @param wideIntegers the element for whole numbers that 32 bits do not hold
 * @throws WireFormatError for what XML-RPC cannot carry; the message holds nothing of the value
 */
export function writeValue(value: WireValue, wideIntegers: WideIntegers): Generator<string, void> {
  return valuePieces(value, 'value', syntaxes[wideIntegers]);
}

const carriageReturn = '&#xD;';
const aroundText = { open: '<value><string>', close: '</string></value>' };

const syntaxes: Readonly<Record<WideIntegers, ValueSyntax>> = {
  double: syntaxWith('double'),
  int: syntaxWith('int'),
};

function syntaxWith(wideIntegers: WideIntegers): ValueSyntax {
  return {
    around: () => aroundText,
    carriageReturn,
    scalar(value) {
      switch (typeof value) {
        case 'string':
          return '<value><string/></value>';
        case 'number':
          return `<value>${numberElement(value, wideIntegers)}</value>`;
        case 'boolean':
          return `<value><boolean>${value ? 1 : 0}</boolean></value>`;
        default:
          if (value === null) return '<value><nil/></value>';
          throw new WireFormatError(`XML-RPC has no form for a value of type ${typeof value}`);
      }
    },
    openList: ({ length }) =>
      length === 0 ? '<value><array><data/></array></value>' : '<value><array><data>',
    closeList: () => '</data></array></value>',
    openStruct: (isEmpty) => (isEmpty ? '<value><struct/></value>' : '<value><struct>'),
    closeStruct: () => '</struct></value>',
    openMember: (name) =>
      name === ''
        ? '<member><name/>'
        : `<member><name>${escapeXmlText(name, carriageReturn)}</name>`,
    closeMember: '</member>',
  };
}

/** How much room a value takes up as an item of a list in a call. */
export const itemSize: (item: WireValue) => RequestSize = itemSizer(syntaxes.double);

function numberElement(value: number, wideIntegers: WideIntegers): string {
  if (!Number.isFinite(value)) throw new WireFormatError('XML-RPC has no form for NaN or infinity');
  if ((value | 0) === value || (wideIntegers === 'int' && Number.isSafeInteger(value))) {
    return `<int>${value}</int>`;
  }
  return `<double>${decimalText(value)}</double>`;
}
