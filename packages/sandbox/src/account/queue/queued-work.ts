import type { QueuedRecipients } from '../campaigns/recipients.ts';
import type { CompareField, ContactSetting, PersonalField } from '../contact-fields.ts';
import type { ContactChange } from '../contacts/contact-change.ts';
import type { ExportColumn } from '../contacts/export-contacts.ts';
import type { ImportMode } from '../contacts/import-contacts.ts';
import type { Sending } from '../store/messages.ts';
import type { SegmentReference } from '../store/segments.ts';

/** Contacts of a list: all that are not removed, named ones, the members of a segment, or those with a value in a field. */
export type Selection =
  | { readonly by: 'all' }
  | { readonly by: 'reference'; readonly references: readonly string[] }
  | { readonly by: 'segment'; readonly segment: SegmentReference }
  | { readonly by: 'value'; readonly field: CompareField; readonly values: readonly string[] };

/** What an operation carries until its turn comes. It is kept as JSON. */
export type QueuedWork =
  | {
      readonly does: 'import';
      readonly rows: readonly WrittenChange[];
      /** Rows that were wrong when the import was asked for. */
      readonly wrong: number;
      readonly compare: CompareField;
      readonly mode: ImportMode;
      /** Where the counts are posted in the end. */
      readonly callback: string | undefined;
    }
  | {
      readonly does: 'attachTag' | 'detachTag';
      readonly tag: number;
      readonly selection: Selection;
    }
  | { readonly does: 'activate' | 'deactivate' | 'forget'; readonly selection: Selection }
  | { readonly does: 'update'; readonly change: WrittenChange; readonly selection: Selection }
  | {
      readonly does: 'export';
      readonly format: 'csv' | 'xml';
      /** Segments whose members are told; none for everybody. */
      readonly segments: readonly SegmentReference[];
      readonly columns: readonly ExportColumn[];
      /** Name of the file that is made. */
      readonly file: string;
      /** Where the address of the file is posted in the end. */
      readonly callback: { readonly url: string; readonly fileUrl: string } | undefined;
    }
  | {
      readonly does: 'send';
      readonly campaign: string;
      readonly sending: Omit<Sending, 'moment'>;
      readonly recipients: QueuedRecipients;
    }
  | {
      readonly does: 'report';
      /** Number of the advanced report. */
      readonly report: number;
      /** Name of the file that is made. */
      readonly file: string;
      readonly content: string;
      readonly fileUrl: string;
      readonly callback: string | undefined;
    };

/** A change to a contact, as JSON has it. */
export interface WrittenChange {
  readonly fields: readonly (readonly [PersonalField, string])[];
  readonly extras: readonly (readonly [number, string])[];
  readonly status?: number | undefined;
  readonly lang?: string | undefined;
  readonly settings?: Readonly<Partial<Record<ContactSetting, string | null>>> | undefined;
}

export function writtenChange(change: ContactChange): WrittenChange {
  const { fields, extras, status, lang, settings } = change;
  return { fields: [...fields], extras: [...extras], status, lang, settings };
}

/** The change, without values of extra fields that the list has no more. */
export function changeIn(
  { fields, extras, status, lang, settings }: WrittenChange,
  isField: (id: number) => boolean,
): ContactChange {
  return {
    fields: new Map(fields),
    extras: new Map(extras.filter(([id]) => isField(id))),
    tags: [],
    status,
    lang,
    ...(settings === undefined ? {} : { settings }),
  };
}
