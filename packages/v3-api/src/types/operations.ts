// Written by `pnpm v3:types` from the description of the operations: change it there.

import type {
  Accepted,
  ActionActivateContactsInput,
  ActionAttachTagInput,
  ActionDeactivateContactsInput,
  ActionDetachTagInput,
  ActionExportContactsInput,
  ActionForgetContactsInput,
  ActionImportBulkInput,
  ActionStartAutomationInput,
  ActionUnsubscribeContactInput,
  ActionUpdateContactsInput,
  StartAutomationOutcome,
  UnsubscribeOutcome,
} from './contact-actions.ts';
import type {
  ActionApproveOperationInput,
  ActionCancelOperationInput,
  ActionPauseOperationInput,
  ActionResumeOperationInput,
  GetAllOperationsInput,
  OperationsOutcome,
  QueuedOperationPage,
} from './queue.ts';
import type {
  ContactActivityPage,
  ContactDetails,
  ContactPage,
  ContactReference,
  CreateContactInput,
  FoundContactPage,
  GetAllContactActivitiesInput,
  GetAllContactsBySegmentInput,
  GetAllContactsInput,
  GetContactInput,
  PatchContactInput,
  SearchContactsInput,
  UpdateContactByFieldInput,
} from './contacts.ts';
import type {
  ContactList,
  ContactListDetails,
  ContactListPage,
  CreateListInput,
  DeleteListInput,
  GetAllListsInput,
  GetListInput,
  UpdateListInput,
} from './lists.ts';
import type {
  CreateExtraFieldInput,
  CreateFieldOptionInput,
  DeleteExtraFieldInput,
  DeleteFieldOptionInput,
  Field,
  FieldDetails,
  FieldOption,
  FieldOptionPage,
  GetAllFieldOptionsInput,
  GetAllFieldsInput,
  PatchBaseFieldInput,
  PatchExtraFieldInput,
  UpdateFieldOptionInput,
} from './fields.ts';
import type {
  CreateTagInput,
  DeleteTagInput,
  GetAllTagsInput,
  Tag,
  TagPage,
  UpdateTagInput,
} from './tags.ts';
import type { DeleteSegmentInput, GetAllSegmentsInput, SegmentPage } from './segments.ts';
import type { PingInput, Pong } from './ping.ts';

/** The input of an operation that takes none. */
export type NoInput = Readonly<Record<string, never>>;

/** Inputs of the operations: parameters of path and query by their names, and `body`. */
export interface OperationInputs {
  /** Gives the contacts of a list, without statistics. */
  readonly getAllContacts: GetAllContactsInput;
  /** Adds a contact to a list. */
  readonly createContact: CreateContactInput;
  /** Gives one contact with its statistics. */
  readonly getContact: GetContactInput;
  /** Changes a contact. */
  readonly patchContact: PatchContactInput;
  /** Changes the contact that has a certain value in a unique field. */
  readonly updateContactByField: UpdateContactByFieldInput;
  /** Finds contacts in all lists by an address. */
  readonly searchContacts: SearchContactsInput;
  /** Gives the contacts of a segment. */
  readonly getAllContactsBySegment: GetAllContactsBySegmentInput;
  /** Gives what a contact did and what was done to it. */
  readonly getAllContactActivities: GetAllContactActivitiesInput;
  /** Makes contacts active. */
  readonly actionActivateContacts: ActionActivateContactsInput;
  /** Makes contacts inactive. */
  readonly actionDeactivateContacts: ActionDeactivateContactsInput;
  /** Gives contacts a tag. */
  readonly actionAttachTag: ActionAttachTagInput;
  /** Takes a tag from contacts. */
  readonly actionDetachTag: ActionDetachTagInput;
  /** Writes contacts into a file. */
  readonly actionExportContacts: ActionExportContactsInput;
  /** Deletes contacts and all that is known of them. */
  readonly actionForgetContacts: ActionForgetContactsInput;
  /** Adds and changes many contacts. */
  readonly actionImportBulk: ActionImportBulkInput;
  /** Removes contacts from a list. */
  readonly actionUnsubscribeContact: ActionUnsubscribeContactInput;
  /** Puts contacts into an automation. */
  readonly actionStartAutomation: ActionStartAutomationInput;
  /** Changes many contacts in the same way. */
  readonly actionUpdateContacts: ActionUpdateContactsInput;
  /** Gives the contact lists of the account. */
  readonly getAllLists: GetAllListsInput;
  /** Makes a contact list. */
  readonly createList: CreateListInput;
  /** Gives one contact list with its languages and counts. */
  readonly getList: GetListInput;
  /** Changes the names or the group of a contact list. */
  readonly updateList: UpdateListInput;
  /** Deletes a contact list with its contacts. */
  readonly deleteList: DeleteListInput;
  /** Gives the fields of a list: those that every list has, and its own. */
  readonly getAllFields: GetAllFieldsInput;
  /** Says whether a field that every list has is unique in this one. */
  readonly patchBaseField: PatchBaseFieldInput;
  /** Adds an extra field to a list. */
  readonly createExtraField: CreateExtraFieldInput;
  /** Changes the name of an extra field, or whether it is unique. */
  readonly patchExtraField: PatchExtraFieldInput;
  /** Deletes an extra field and the values that contacts have in it. */
  readonly deleteExtraField: DeleteExtraFieldInput;
  /** Gives all options of an extra field. */
  readonly getAllFieldOptions: GetAllFieldOptionsInput;
  /** Adds an option to an extra field. */
  readonly createFieldOption: CreateFieldOptionInput;
  /** Changes labels of an option. */
  readonly updateFieldOption: UpdateFieldOptionInput;
  /** Deletes an option of an extra field. */
  readonly deleteFieldOption: DeleteFieldOptionInput;
  /** Gives the tags of the account. */
  readonly getAllTags: GetAllTagsInput;
  /** Makes a tag. */
  readonly createTag: CreateTagInput;
  /** Changes name and colour of a tag. */
  readonly updateTag: UpdateTagInput;
  /** Deletes a tag and takes it from its contacts. */
  readonly deleteTag: DeleteTagInput;
  /** Gives the segments of a list. */
  readonly getAllSegments: GetAllSegmentsInput;
  /** Deletes a segment that a user saved. */
  readonly deleteSegment: DeleteSegmentInput;
  /** Gives the work that waits or runs; what is finished is not listed. */
  readonly getAllOperations: GetAllOperationsInput;
  /** Lets operations begin that wait for approval. */
  readonly actionApproveOperation: ActionApproveOperationInput;
  /** Takes operations out of the queue. */
  readonly actionCancelOperation: ActionCancelOperationInput;
  /** Holds operations up. */
  readonly actionPauseOperation: ActionPauseOperationInput;
  /** Lets operations go on that were paused. */
  readonly actionResumeOperation: ActionResumeOperationInput;
  /** Asks whether the service answers; it wants no key. */
  readonly ping: PingInput;
}

/** What the operations answer when they succeed. */
export interface OperationAnswers {
  /** A page of contacts. */
  readonly getAllContacts: ContactPage;
  /** The contact that was added or changed. */
  readonly createContact: ContactReference;
  /** A contact with its statistics. */
  readonly getContact: ContactDetails;
  /** The contact that was added or changed. */
  readonly patchContact: ContactReference;
  /** The contact that was added or changed. */
  readonly updateContactByField: ContactReference;
  /** A page of contacts. */
  readonly searchContacts: FoundContactPage;
  /** A page of contacts. */
  readonly getAllContactsBySegment: ContactPage;
  /** A page of activities. */
  readonly getAllContactActivities: ContactActivityPage;
  /** The work is taken, and done later. */
  readonly actionActivateContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionDeactivateContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionAttachTag: Accepted;
  /** The work is taken, and done later. */
  readonly actionDetachTag: Accepted;
  /** The work is taken, and done later. */
  readonly actionExportContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionForgetContacts: Accepted;
  /** The work is taken, and done later. */
  readonly actionImportBulk: Accepted;
  /** What became of each contact. */
  readonly actionUnsubscribeContact: UnsubscribeOutcome;
  /** What became of each contact. */
  readonly actionStartAutomation: StartAutomationOutcome;
  /** The work is taken, and done later. */
  readonly actionUpdateContacts: Accepted;
  /** A page of contact lists. */
  readonly getAllLists: ContactListPage;
  /** A contact list. */
  readonly createList: ContactList;
  /** A contact list with its languages and counts. */
  readonly getList: ContactListDetails;
  /** A contact list. */
  readonly updateList: ContactList;
  /** Nothing: that it is done is all. */
  readonly deleteList: undefined;
  /** The fields of this page. */
  readonly getAllFields: readonly FieldDetails[];
  /** A field of a list. */
  readonly patchBaseField: Field;
  /** A field of a list. */
  readonly createExtraField: Field;
  /** A field of a list. */
  readonly patchExtraField: Field;
  /** Nothing: that it is done is all. */
  readonly deleteExtraField: undefined;
  /** A page of options. */
  readonly getAllFieldOptions: FieldOptionPage;
  /** An option of an extra field, with its labels. */
  readonly createFieldOption: FieldOption;
  /** An option of an extra field, with its labels. */
  readonly updateFieldOption: FieldOption;
  /** Nothing: that it is done is all. */
  readonly deleteFieldOption: undefined;
  /** A page of tags. */
  readonly getAllTags: TagPage;
  /** A tag. */
  readonly createTag: Tag;
  /** A tag. */
  readonly updateTag: Tag;
  /** Nothing: that it is done is all. */
  readonly deleteTag: undefined;
  /** A page of segments. */
  readonly getAllSegments: SegmentPage;
  /** Nothing: that it is done is all. */
  readonly deleteSegment: undefined;
  /** A page of operations. */
  readonly getAllOperations: QueuedOperationPage;
  /** What became of each operation. */
  readonly actionApproveOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionCancelOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionPauseOperation: OperationsOutcome;
  /** What became of each operation. */
  readonly actionResumeOperation: OperationsOutcome;
  /** The service answers. */
  readonly ping: Pong;
}
