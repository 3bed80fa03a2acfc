import { type WireValue } from '@egoi-client/core';
import { type RequestSize, WireFormatError } from '@egoi-client/core/wire';
import { escapeXmlText, itemSizer, type ValueSyntax, ValueWriter } from '@egoi-client/xml';
import { decimalText } from './decimal-text.ts';

/** How whole numbers beyond 32 bits are written: the specification's `<int>` has no room for them. */
type WideIntegers = 'double' | 'int';

const carriageReturn = '&#xD;';
const aroundText = { open: '<value><string>', close: '</string></value>' };

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

const callSyntax = syntaxWith('double');

/**
 * Writes a value of a call as a `<value>` element, in the forms of the golden files, and throws a
 * `WireFormatError`, which holds nothing of the value, for what XML-RPC cannot carry. Null is
 * `<nil/>`, as PHP's servers read and write it.
 */
export const callWriter: ValueWriter = new ValueWriter(callSyntax);

/** Writes a value of an answer, as `callWriter` does but for whole numbers beyond 32 bits. */
export const answerWriter: ValueWriter = new ValueWriter(syntaxWith('int'));

/** How much room a value takes up as an item of a list in a call. */
export const itemSize: (item: WireValue) => RequestSize = itemSizer(callSyntax);

function numberElement(value: number, wideIntegers: WideIntegers): string {
  if (!Number.isFinite(value)) throw new WireFormatError('XML-RPC has no form for NaN or infinity');
  if ((value | 0) === value || (wideIntegers === 'int' && Number.isSafeInteger(value))) {
    return `<int>${value}</int>`;
  }
  return `<double>${decimalText(value)}</double>`;
}
