// Written by `pnpm v3:types` from the description of the operations: change it there.

import type { ExtraFieldValue, PushToken, Referrer, Utm } from './contacts.ts';

/** All contacts of the list. */
export interface ActivateAll {
  /** All of them. */
  readonly type: 'all';
}

/** Some contacts of the list. */
export interface ActivateSome {
  /** Those that are named. */
  readonly type: 'contacts';
  /** Contacts that it is for, by their ids. */
  readonly contacts: readonly string[];
}

/** The service took the work; it says no number of it. */
export interface Accepted {
  /** Always `success`. */
  readonly result?: 'success' | undefined;
}

/** Input of actionActivateContacts. */
export interface ActionActivateContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contacts are meant. */
  readonly body: ActivateAll | ActivateSome;
}

/** All contacts of the list. */
export interface DeactivateAll {
  /** All of them. */
  readonly type: 'all';
}

/** Some contacts of the list. */
export interface DeactivateSome {
  /** Those that are named. */
  readonly type: 'contacts';
  /** Contacts that it is for, by their ids. */
  readonly contacts: readonly string[];
}

/** Input of actionDeactivateContacts. */
export interface ActionDeactivateContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contacts are meant. */
  readonly body: DeactivateAll | DeactivateSome;
}

/** Contacts by their ids. */
export interface AttachTagToContacts {
  /** Tag to give. 1 or more. */
  readonly tag_id: number;
  /** Contacts, by their ids. */
  readonly contacts: readonly string[];
}

/** Contacts by values of a field. */
export interface AttachTagByField {
  /** Tag to give. 1 or more. */
  readonly tag_id: number;
  /** Field that the values are of: `email`, or the number of an extra field. */
  readonly field_id: string;
  /** Values that the contacts have. */
  readonly contacts: readonly string[];
}

/** The contacts of a segment. */
export interface AttachTagToSegment {
  /** Tag to give. 1 or more. */
  readonly tag_id: number;
  /** Segment, by its id. */
  readonly segment_id: string;
}

/** Input of actionAttachTag. */
export interface ActionAttachTagInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which tag, and which contacts. */
  readonly body: AttachTagToContacts | AttachTagByField | AttachTagToSegment;
}

/** Contacts by their ids. */
export interface DetachTagToContacts {
  /** Tag to take away. 1 or more. */
  readonly tag_id: number;
  /** Contacts, by their ids. */
  readonly contacts: readonly string[];
}

/** Contacts by values of a field. */
export interface DetachTagByField {
  /** Tag to take away. 1 or more. */
  readonly tag_id: number;
  /** Field that the values are of: `email`, or the number of an extra field. */
  readonly field_id: string;
  /** Values that the contacts have. */
  readonly contacts: readonly string[];
}

/** The contacts of a segment. */
export interface DetachTagToSegment {
  /** Tag to take away. 1 or more. */
  readonly tag_id: number;
  /** Segment, by its id. */
  readonly segment_id: string;
}

/** Input of actionDetachTag. */
export interface ActionDetachTagInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which tag, and which contacts. */
  readonly body: DetachTagToContacts | DetachTagByField | DetachTagToSegment;
}

/** What the file is to hold. */
export interface ExportContactsBody {
  /** Format of the file. */
  readonly format: 'csv' | 'xml';
  /** Address to which the outcome is posted as JSON. */
  readonly callback_url?: string | undefined;
  /** Only contacts of these segments. */
  readonly segments?: readonly string[] | undefined;
  /** Only these fields. */
  readonly fields?: readonly string[] | undefined;
}

/** What is posted when a file is there. */
export interface ExportOutcome {
  /** Address of the file. */
  readonly file?: string | undefined;
}

/** Input of actionExportContacts. */
export interface ActionExportContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** What the file is to hold. */
  readonly body: ExportContactsBody;
}

/** Which contacts are meant. */
export interface ForgetContactsBody {
  /** Contacts that it is for, by their ids. */
  readonly contacts: readonly string[];
}

/** Input of actionForgetContacts. */
export interface ActionForgetContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contacts are meant. */
  readonly body: ForgetContactsBody;
}

/** The fields that every list has. */
export interface ImportedContactBase {
  /** What the contact becomes. The service takes `active` where it is left out. */
  readonly status?: 'active' | 'inactive' | 'removed' | 'unconfirmed' | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** Day of birth. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Language of the contact. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Mobile, as prefix-number. */
  readonly cellphone?: string | undefined;
  /** Telephone, as prefix-number. */
  readonly phone?: string | undefined;
  /** Devices with Android. */
  readonly push_token_android?: readonly PushToken[] | undefined;
  /** Devices with iOS. */
  readonly push_token_ios?: readonly PushToken[] | undefined;
}

/** One contact of an import. */
export interface ImportedContact {
  /** The fields that every list has. */
  readonly base?: ImportedContactBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
  /** Where the contact came from, as addresses on the web say it. */
  readonly utm?: Utm | undefined;
  /** The page that sent the contact. */
  readonly referrer?: Referrer | undefined;
}

/** An import of contacts that the body holds. */
export interface ImportContactsBody {
  /** Whether contacts that are there are passed over, changed, or the only ones that are taken. */
  readonly mode: 'add' | 'update' | 'update_only';
  /** Unique field by which contacts are known: `email`, or the number of an extra field. */
  readonly compare_field: string;
  /** The contacts, two at least. */
  readonly contacts: readonly ImportedContact[];
  /** Whether empty values clear what a contact has. */
  readonly force_empty?: boolean | undefined;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Address to which the outcome is posted as JSON. */
  readonly callback_url?: string | undefined;
}

/** What a column is. */
export interface ImportedColumn {
  /** Field: a name such as `email`, or the number of an extra field as text. */
  readonly field_id: string;
  /** Name of the column. */
  readonly column_name: string;
}

/** Where the file is, and what is in it. */
export interface ImportedFile {
  /** Address of the file. */
  readonly url: string;
  /** What its columns are. */
  readonly field_mapping: readonly ImportedColumn[];
  /** What stands between two values. */
  readonly separator?: string | undefined;
  /** What stands around a value. */
  readonly delimiter?: string | undefined;
}

/** An import of a file that the service fetches. */
export interface ImportFileBody {
  /** Whether contacts that are there are passed over, changed, or the only ones that are taken. */
  readonly mode: 'add' | 'update' | 'update_only';
  /** Unique field by which contacts are known: `email`, or the number of an extra field. */
  readonly compare_field: string;
  /** Where the file is, and what is in it. */
  readonly file: ImportedFile;
  /** Whether empty values clear what a contact has. */
  readonly force_empty?: boolean | undefined;
  /** Numbers of the users who get a notice when it is done. */
  readonly notify?: readonly number[] | undefined;
  /** Address to which the outcome is posted as JSON. */
  readonly callback_url?: string | undefined;
}

/** What is posted when the import has ended. */
export interface ImportOutcome {
  /** Contacts that were added. */
  readonly imported?: number | undefined;
  /** Contacts that were changed. */
  readonly updated?: number | undefined;
  /** Contacts that were passed over: twice there, or without the field that they are known by. */
  readonly ignored?: number | undefined;
  /** Contacts that were not as they must be. */
  readonly invalid?: number | undefined;
  /** Address of a file that says what became of each. */
  readonly file?: string | undefined;
}

/** Input of actionImportBulk. */
export interface ActionImportBulkInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Contacts, or a file with contacts. */
  readonly body: ImportContactsBody | ImportFileBody;
}

/** A contact that leaves. */
export interface Removal {
  /** Contact, by its ten hexadecimal digits; the `UID` of API v2. */
  readonly contact_id: string;
  /** How it leaves. */
  readonly unsubscription_method?:
    | 'manual'
    | 'form'
    | 'unsubscribe_link'
    | 'bounce'
    | 'api'
    | undefined;
  /** Why it leaves. */
  readonly unsubscription_reason?:
    | 'not_interested'
    | 'lack_of_time'
    | 'email_address_change'
    | 'spam'
    | 'other'
    | undefined;
  /** What it says when leaving. */
  readonly unsubscription_observation?: string | undefined;
}

/** Which contacts leave. */
export interface UnsubscribeBody {
  /** The contacts. */
  readonly data: readonly Removal[];
}

/** Contacts that did not leave, by the reason. */
export interface RemovalErrors {
  /** Those whose reason is no such. */
  readonly invalid_unsubscription_reason?: readonly string[] | undefined;
  /** Those whose way is no such. */
  readonly invalid_unsubscription_method?: readonly string[] | undefined;
  /** Those whose values are of a wrong type. */
  readonly invalid_data_type?: readonly string[] | undefined;
  /** Those that are not in the list. */
  readonly contact_not_in_list?: readonly string[] | undefined;
  /** Those that have left already. */
  readonly contact_already_removed?: readonly string[] | undefined;
}

/** What became of each contact. */
export interface UnsubscribeOutcome {
  /** Contacts that left. */
  readonly success?: readonly string[] | undefined;
  /** Contacts that did not leave, by the reason. */
  readonly errors?: RemovalErrors | undefined;
}

/** Input of actionUnsubscribeContact. */
export interface ActionUnsubscribeContactInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contacts leave. */
  readonly body: UnsubscribeBody;
}

/** Which automation, and which contacts. */
export interface StartAutomationBody {
  /** Automation. 1 or more. */
  readonly automation_id: number;
  /** Action of the automation that they begin with. 1 or more. */
  readonly action_id: number;
  /** Contacts, by their ids. */
  readonly contacts: readonly string[];
}

/** What became of each contact. */
export interface StartAutomationOutcome {
  /** Automation. 1 or more. */
  readonly automation_id?: number | undefined;
  /** Action that they begin with. 1 or more. */
  readonly action_id?: number | undefined;
  /** Contacts that are in it now. */
  readonly success?: readonly string[] | undefined;
  /** Contacts with which it was not done: a list, or lists by the reason (`already_in_queue`). */
  readonly error?: readonly string[] | Readonly<Record<string, readonly string[]>> | undefined;
}

/** Input of actionStartAutomation. */
export interface ActionStartAutomationInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which automation, and which contacts. */
  readonly body: StartAutomationBody;
}

/** The fields that change in every contact. */
export interface UpdatedContactsBase {
  /** What the contacts become. */
  readonly status?: 'active' | 'inactive' | 'removed' | 'unconfirmed' | undefined;
  /** On what ground the contact may be written to. */
  readonly consent?:
    | 'any'
    | 'consent'
    | 'contract'
    | 'legitimate_interest'
    | 'none'
    | 'protect_vital_interests'
    | 'public_interests'
    | 'required_by_law'
    | 'withdrawn'
    | undefined;
  /** First name. */
  readonly first_name?: string | undefined;
  /** Last name. */
  readonly last_name?: string | undefined;
  /** Day of birth. `YYYY-MM-DD`; `''` is none. */
  readonly birth_date?: string | undefined;
  /** Language of the contact. */
  readonly language?: 'en' | 'pt' | 'br' | 'es' | 'de' | 'hu' | 'fr' | undefined;
  /** E-mail address. */
  readonly email?: string | undefined;
  /** Mobile. As prefix-number, without a +: `351-912345678`. */
  readonly cellphone?: string | undefined;
  /** Telephone. As prefix-number, without a +: `351-912345678`. */
  readonly phone?: string | undefined;
  /** Whether the e-mail address is used. */
  readonly email_status?: 'active' | 'inactive' | undefined;
  /** Whether the mobile is used. */
  readonly cellphone_status?: 'active' | 'inactive' | undefined;
  /** Whether the telephone is used. */
  readonly phone_status?: 'active' | 'inactive' | undefined;
}

/** A change of some contacts. */
export interface UpdateSomeContacts {
  /** Those that are named. */
  readonly type: 'contacts';
  /** Contacts that it is for, by their ids. */
  readonly contacts: readonly string[];
  /** The fields that change in every contact. */
  readonly base?: UpdatedContactsBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
}

/** A change of the contacts of a segment. */
export interface UpdateSegment {
  /** Those of a segment. */
  readonly type: 'segment';
  /** Segment, by its id. */
  readonly segment_id: string;
  /** The fields that change in every contact. */
  readonly base?: UpdatedContactsBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
}

/** A change of all contacts of the list. */
export interface UpdateAllContacts {
  /** All of them. */
  readonly type: 'all';
  /** The fields that change in every contact. */
  readonly base?: UpdatedContactsBase | undefined;
  /** Values of extra fields. */
  readonly extra?: readonly ExtraFieldValue[] | undefined;
}

/** Input of actionUpdateContacts. */
export interface ActionUpdateContactsInput {
  /** Contact list. 1 or more. */
  readonly list_id: number;
  /** Which contacts are meant, and what changes in them. */
  readonly body: UpdateSomeContacts | UpdateSegment | UpdateAllContacts;
}
