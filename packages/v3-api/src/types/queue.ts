// Written by `pnpm v3:types` from the description of the operations: change it there.

/** What the work is about. */
export interface QueuedOperationData {
  /** Name of the campaign. */
  readonly internal_name?: string | undefined;
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
}

/** Work that waits or runs. */
export interface QueuedOperation {
  /** Operation in the queue. 1 or more. */
  readonly operation_id: number;
  /** What the work is about. */
  readonly operation_data?: QueuedOperationData | undefined;
  /** What kind of work it is. */
  readonly type?:
    | 'import_contacts'
    | 'update_contacts'
    | 'export_contacts'
    | 'export_reports'
    | 'advanced_report'
    | 'email'
    | 'sms'
    | 'smart_sms'
    | 'voice'
    | 'push'
    | 'webpush'
    | 'ads'
    | 'social'
    | 'segment_generation'
    | 'mass_operation'
    | 'unify'
    | undefined;
  /** How far it is. */
  readonly status?: 'queued' | 'processing' | 'executing' | 'paused' | undefined;
  /** User who asked for it. 1 or more. */
  readonly created_by?: number | undefined;
  /** When it was asked for. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** When it began or is to begin. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly start_date?: string | undefined;
}

/** A page of operations. */
export interface QueuedOperationPage {
  /** The operations of this page. */
  readonly items: readonly QueuedOperation[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllOperations. */
export interface GetAllOperationsInput {
  /** Only work of this kind. Three kinds can be asked for that no answer names. */
  readonly type?:
    | 'import_contacts'
    | 'update_contacts'
    | 'export_contacts'
    | 'export_reports'
    | 'advanced_report'
    | 'email'
    | 'sms'
    | 'smart_sms'
    | 'voice'
    | 'push'
    | 'webpush'
    | 'ads'
    | 'social'
    | 'segment_generation'
    | 'mass_operation'
    | 'unify'
    | 'import_ecommerce'
    | 'attach_tag'
    | 'detach_tag'
    | undefined;
  /** Only work that is this far. */
  readonly status?: 'queued' | 'processing' | 'executing' | 'paused' | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `operation_id` where it is left out. */
  readonly order_by?: 'operation_id' | 'created' | 'start_date' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** Which operations are meant. */
export interface OperationsBody {
  /** Operations in the queue. */
  readonly operations: readonly number[];
}

/** Those with which it was not done, by the reason. */
export interface OperationsErrors {
  /** Those that cannot take the action now. */
  readonly invalid_operation_action?: readonly number[] | undefined;
  /** Those that are not in the queue. */
  readonly operation_not_found?: readonly number[] | undefined;
}

/** What became of each operation. */
export interface OperationsOutcome {
  /** Those with which it was done. */
  readonly success?: readonly number[] | undefined;
  /** Those with which it was not done, by the reason. */
  readonly error?: OperationsErrors | undefined;
}

/** Input of actionApproveOperation. */
export interface ActionApproveOperationInput {
  /** Which operations are meant. */
  readonly body: OperationsBody;
}

/** Input of actionCancelOperation. */
export interface ActionCancelOperationInput {
  /** Which operations are meant. */
  readonly body: OperationsBody;
}

/** Input of actionPauseOperation. */
export interface ActionPauseOperationInput {
  /** Which operations are meant. */
  readonly body: OperationsBody;
}

/** Input of actionResumeOperation. */
export interface ActionResumeOperationInput {
  /** Which operations are meant. */
  readonly body: OperationsBody;
}
