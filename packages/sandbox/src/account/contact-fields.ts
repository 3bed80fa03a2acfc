/** Where a contact can be reached. */
export const addressFields = ['email', 'cellphone', 'telephone', 'fax'] as const;

/** The fields that say who a contact is. */
export const currentFields = [...addressFields, 'first_name', 'last_name', 'birth_date'] as const;

/** Fields that accounts had until about 2011 and that the service removed since. */
export const formerFields = [
  'tax_id',
  'address',
  'zip_code',
  'city',
  'district',
  'state',
  'country',
  'age',
  'gender',
  'id_card',
  'company',
] as const;

export const personalFields = [...currentFields, ...formerFields] as const;

/** A field of a contact. */
export type ContactField = (typeof currentFields)[number];

/** A field that accounts had until about 2011. */
export type FormerContactField = (typeof formerFields)[number];

export type PersonalField = ContactField | FormerContactField;

/** A field to recognise contacts by: one of their own, or an extra field by its number. */
export type CompareField = PersonalField | number;

/** What else is kept of a contact; nothing where nothing was said. */
export const contactSettings = [
  /** `inactive` where no e-mail goes to the address. */
  'email_status',
  /** `inactive` where nothing goes to the mobile number. */
  'cellphone_status',
  /** `inactive` where nothing goes to the telephone number. */
  'telephone_status',
  /** On what ground messages go to the contact; `consent` where nothing was said. */
  'consent',
  /** When the consent was given, `YYYY-MM-DD HH:MM:SS`; the addition where nothing was said. */
  'consent_date',
  /** Where the contact came from, as JSON. */
  'traffic',
] as const;

export type ContactSetting = (typeof contactSettings)[number];
