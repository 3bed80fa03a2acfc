/** Parts of egoisdk that are used here; it has no types of its own. */
declare module 'egoisdk' {
  type Callback = (
    error: Error | null,
    data: unknown,
    response?: {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
      readonly text: string;
    },
  ) => void;
  export class ApiClient {
    basePath: string;
    readonly authentications: { readonly Apikey: { apiKey: string } };
  }
  type Api = Readonly<Record<string, (...args: readonly unknown[]) => void>>;
  type ApiClass = new (client: ApiClient) => Api;
  const egoisdk: Readonly<Record<string, ApiClass>> & { readonly ApiClient: typeof ApiClient };
  export default egoisdk;
  export type { Api, ApiClass, Callback };
}
