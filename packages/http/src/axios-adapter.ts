import type { IncomingMessage } from 'node:http';
import type { AxiosAdapter, AxiosHeaders, AxiosRequestConfig } from 'axios';

/** A request in axios's words, whole: nothing is added to it. */
export type AdapterRequest = AxiosRequestConfig & {
  readonly headers: Readonly<Record<string, string>>;
};

interface LoadedAxios {
  readonly adapter: AxiosAdapter;
  readonly Headers: typeof AxiosHeaders;
}

let loaded: LoadedAxios | undefined;

/** Loaded at the first request: it takes as long as all else that a program imports for its calls. */
async function loadAxios(): Promise<LoadedAxios> {
  const { default: axios } = await import('axios');
  loaded = { adapter: axios.getAdapter('http'), Headers: axios.AxiosHeaders };
  return loaded;
}

/**
 * Sends a request by axios's adapter for Node. What stands in front of adapters is left out: defaults
 * and interceptors that a program sets on axios are for its own requests, and must not see the key.
 */
export async function sendByAxios(request: AdapterRequest): Promise<IncomingMessage> {
  const { adapter, Headers } = loaded ?? (await loadAxios());
  const response = await adapter({ ...request, headers: new Headers(request.headers) });
  return response.data as IncomingMessage;
}
