// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A sender of e-mails. */
export interface EmailSender {
  /** Sender. 1 or more. */
  readonly sender_id: number;
  /** Name that mails show. */
  readonly name: string;
  /** Address. */
  readonly email: string;
  /** Whether it can be used: new ones wait for moderation first. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
}

/** A page of senders. */
export interface EmailSenderPage {
  /** The senders of this page. */
  readonly items: readonly EmailSender[];
}

/** Input of getAllEmailSenders. */
export interface GetAllEmailSendersInput {
  /** Only senders with this status. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** A new sender of e-mails. */
export interface CreateEmailSenderBody {
  /** Name that mails show. */
  readonly name: string;
  /** Address. */
  readonly email: string;
}

/** Input of createEmailSender. */
export interface CreateEmailSenderInput {
  /** A new sender of e-mails. */
  readonly body: CreateEmailSenderBody;
}

/** What changes. */
export interface PutEmailSenderBody {
  /** Name that mails show. */
  readonly name: string;
}

/** Input of putEmailSender. */
export interface PutEmailSenderInput {
  /** Sender. 1 or more. */
  readonly sender_id: number;
  /** What changes. */
  readonly body: PutEmailSenderBody;
}

/** Input of deleteEmailSender. */
export interface DeleteEmailSenderInput {
  /** Sender. 1 or more. */
  readonly sender_id: number;
}

/** A sender of SMS. */
export interface CellphoneSender {
  /** Sender. 1 or more. */
  readonly sender_id: number;
  /** Name or number that messages show. */
  readonly cellphone: string;
  /** Whether it is a name or a number. */
  readonly type?: 'alpha_numeric' | 'numeric' | undefined;
  /** Whether it can be used: new ones wait for moderation first. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
}

/** A page of senders. */
export interface CellphoneSenderPage {
  /** The senders of this page. */
  readonly items: readonly CellphoneSender[];
}

/** Input of getAllCellphoneSenders. */
export interface GetAllCellphoneSendersInput {
  /** Only senders with this status. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** A name that messages show. */
export interface NameOfSmsSender {
  /** A name. */
  readonly type: 'alpha_numeric';
  /** The name. */
  readonly cellphone: string;
  /** Document that shows the right to it, in base64. */
  readonly file: string;
}

/** A number that messages show. */
export interface NumberOfSmsSender {
  /** A number. */
  readonly type: 'numeric';
  /** Number, as prefix-number, without a +. */
  readonly cellphone: string;
}

/** Input of createCellphoneSender. */
export interface CreateCellphoneSenderInput {
  /** A name, with a document, or a number. */
  readonly body: NameOfSmsSender | NumberOfSmsSender;
}

/** Input of deleteCellphoneSender. */
export interface DeleteCellphoneSenderInput {
  /** Sender. 1 or more. */
  readonly sender_id: number;
}

/** A sender of calls. */
export interface PhoneSender {
  /** Sender. 1 or more. */
  readonly sender_id: number;
  /** Number that calls show, as prefix-number. */
  readonly phone: string;
  /** Whether it can be used: new ones wait for moderation first. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
}

/** A page of senders. */
export interface PhoneSenderPage {
  /** The senders of this page. */
  readonly items: readonly PhoneSender[];
}

/** Input of getAllPhoneSenders. */
export interface GetAllPhoneSendersInput {
  /** Only senders with this status. */
  readonly status?: 'active' | 'moderation' | 'rejected' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** A new sender of calls. */
export interface CreatePhoneSenderBody {
  /** Number, as prefix-number, without a +. */
  readonly phone: string;
  /** Document that shows the right to it, in base64. */
  readonly file: string;
}

/** Input of createPhoneSender. */
export interface CreatePhoneSenderInput {
  /** A new sender of calls. */
  readonly body: CreatePhoneSenderBody;
}

/** Input of deletePhoneSender. */
export interface DeletePhoneSenderInput {
  /** Sender. 1 or more. */
  readonly sender_id: number;
}
