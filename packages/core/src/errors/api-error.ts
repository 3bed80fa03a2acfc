import { brandClass } from '../identity/brand.ts';
import { advice } from './advice/advice.ts';
import { EgoiError, type ErrorContext } from './egoi-error.ts';
import { type EgoiErrorCode, errorTable, isErrorCode } from './error-table.ts';

/** A code of the table, or a word that no table lists. */
export type AnyErrorCode = EgoiErrorCode | (string & {});

/** The two templates in which the service writes the number of an extra field. */
const numberedTemplates: readonly { readonly code: EgoiErrorCode; readonly pattern: RegExp }[] = [
  { code: 'EXTRA_FIELD_X_DOES_NOT_EXIST', pattern: /^EXTRA_FIELD_(\d+|XX?)_DOES_NOT_EXIST$/ },
  { code: 'EXTRA_FIELD_XX_ALREADY_EXISTS', pattern: /^EXTRA_FIELD_(\d+|XX?)_ALREADY_EXISTS$/ },
];

/** The API said no. Source of codes and descriptions: reference, errors (15). */
export class EgoiApiError extends EgoiError {
  static {
    brandClass(this, 'EgoiApiError');
  }

  readonly kind = 'api';
  /** As the table spells it: `EXTRA_FIELD_X_DOES_NOT_EXIST` whatever the number. Unknown words untouched. */
  readonly code: AnyErrorCode;
  /** The word as it came: `EXTRA_FIELD_12_DOES_NOT_EXIST`. */
  readonly wireCode: string;
  /** The documentation's text, or `undefined` for a word that no table lists. */
  readonly description: string | undefined;
  /** The number of the extra field that an `EXTRA_FIELD_…` code names. */
  readonly fieldId: number | undefined;
  /** The contact that holds the value which was to be unique, where the answer says whose it is. */
  readonly uid: string | undefined;

  constructor(wireCode: string, context: ErrorContext & { readonly uid?: string | undefined }) {
    const redact = context.redact ?? ((text: string) => text);
    const word = redact(wireCode);
    const { code, fieldId } = readCode(word);
    const description = isErrorCode(code) ? errorTable[code].description : undefined;
    super(description === undefined ? word : `${word}: ${description}`, {
      ...context,
      delivery: 'answered',
      retryable: code === 'INTERNAL_ERROR',
    });
    this.code = code;
    this.wireCode = word;
    this.description = description;
    this.fieldId = fieldId;
    this.uid = context.uid;
  }

  /** What to do about it; `undefined` for a word that no table lists. */
  get advice(): string | undefined {
    return isErrorCode(this.code) ? advice[this.code] : undefined;
  }

  protected override ownFields(): Record<string, unknown> {
    const { code, wireCode, description, fieldId, uid } = this;
    return { code, wireCode, description, fieldId, ...(uid === undefined ? {} : { uid }) };
  }
}

function readCode(word: string): { code: AnyErrorCode; fieldId: number | undefined } {
  for (const { code, pattern } of numberedTemplates) {
    const digits = pattern.exec(word)?.[1];
    if (digits !== undefined) {
      return { code, fieldId: /^\d+$/.test(digits) ? Number(digits) : undefined };
    }
  }
  return { code: word, fieldId: undefined };
}
