/** A request to an account by API v3, as HTTP brings it. */
export interface V3Request {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** Path and query below the address of the API: `/lists?limit=5`. */
  readonly path: string;
  /** What the header `Apikey` says; `undefined` where there is none. */
  readonly apiKey: string | undefined;
  /** The body as text; `''` where there is none. */
  readonly body: string;
  /** Where whoever asks finds the files that the account makes, without a slash at its end. */
  readonly filesUrl: string;
}

/** What an account answers by API v3. */
export interface V3Answer {
  readonly status: number;
  /** Names in lower case; what is left of the budgets is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; `''` where there is none. */
  readonly body: string;
  /** What failed inside, for a log: the answer itself tells no more than that something did. */
  readonly defect?: unknown;
  /** Whether it must not arrive: whoever serves it closes the connection in its place. @default false */
  readonly isLost?: boolean;
}
