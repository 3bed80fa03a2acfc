import type { AxiosAdapter, AxiosHeaders, AxiosRequestConfig } from 'axios';

/** Where a request goes, in axios's words. Its headers are the `transport`'s. */
export type AdapterRequest = Omit<AxiosRequestConfig, 'headers'>;

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
 * The answer comes to the request's option `transport`, where nothing wraps it.
 *
 * @param fail is told why a request was not made or failed
 */
export function sendByAxios(request: AdapterRequest, fail: (error: unknown) => void): void {
  if (loaded === undefined) {
    loadAxios()
      .then(() => sendByAxios(request, fail))
      .catch(fail);
    return;
  }
  const { adapter, Headers } = loaded;
  adapter({ ...request, headers: new Headers() }).catch(fail);
}
