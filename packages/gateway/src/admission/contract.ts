import type { EgoiErrorCode, TransportRequest, WireValue } from '@egoi-client/core';

/** A call that has been read, and is not let in yet. */
export interface ArrivingCall
  extends Pick<TransportRequest, 'method' | 'spec' | 'params' | 'credentials'> {
  /** Whose it is, as the server tells callers apart: an address, or an IPv6 network of 64 bits. @default unknown, where no server of this package is before the gateway */
  readonly caller?: string | undefined;
}

/** What becomes of a call that is let in. */
export interface AdmittedCall {
  /** With which it goes on. */
  readonly credentials: TransportRequest['credentials'];
  /** With which it goes on. @default those that it came with */
  readonly params?: TransportRequest['params'];
  /** What the caller gets of an answer. @default all of it */
  readonly answer?: (value: WireValue) => WireValue;
}

/** A call that is not let in: its caller gets the code as the API's answer, and nothing is sent on. */
export interface RefusedCall {
  readonly refusal: EgoiErrorCode;
}

/** Decides who may call, and with which credentials calls go on. */
export interface Admission {
  /** Must not take long: the call waits. What it throws is a defect, by which the call is refused. */
  admit(call: ArrivingCall): AdmittedCall | RefusedCall;
}

/** Who is let in by `listedAdmission`, and as whom. */
export interface AdmissionOptions {
  /**
   * The keys that are let in, each as `keyDigest` gives it: the SHA-256 of the key in 64 hexadecimal
   * digits, so that whoever reads the list has no key. Keys that logins stand for are let in as well.
   *
   * @default any key, and calls without one; with `apiKey` and `logins`, those of the logins alone
   */
  readonly allowedKeys?: readonly string[];
  /**
   * Users' logins, and the key with which the calls of each go on: API v3 knows keys alone. Others are
   * refused then. Usernames are told apart by capitals.
   *
   * @default none: logins go on as they come
   */
  readonly logins?: readonly AdmittedLogin[];
  /**
   * The key with which every call goes on, whatever it came with. Its callers never see it: in answers
   * it is replaced by what they came with. Without `allowedKeys` and `logins` everybody who reaches the
   * gateway calls with it.
   *
   * @default none: calls go on with the key that they came with
   */
  readonly apiKey?: string;
}

/** A user's login, and the key that it stands for. */
export interface AdmittedLogin {
  readonly username: string;
  readonly password: string;
  /** With which its calls go on. @default the gateway's own `apiKey` */
  readonly apiKey?: string;
}

/** An admission by lists that can be replaced while the gateway runs. */
export interface ListedAdmission extends Admission {
  /**
   * Replaces all of the options.
   *
   * @throws EgoiConfigError for wrong or unknown options; those before stay
   */
  renew(options: AdmissionOptions): void;
}
