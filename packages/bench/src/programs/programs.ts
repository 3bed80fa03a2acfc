import { ourCheckedEncoder, ourEncoder, soapEncoder, xmlrpcEncoder } from './encoders.ts';
import { load } from './load.ts';
import { axiosJsonPage, jsonParse, ourPage, soapPage, tokenizer, xmlrpcPage } from './pages.ts';
import { liveAboveResult, longestPause, paginatePeak, peakAboveResult } from './side-effects.ts';
import { axiosCalls, ourCalls, soapCalls, xmlrpcCalls } from './small-calls.ts';

/** Everything that is measured in a process of its own. */
export const programs = {
  ourPage,
  soapPage,
  xmlrpcPage,
  axiosJsonPage,
  tokenizer,
  jsonParse,
  ourCalls,
  axiosCalls,
  soapCalls,
  xmlrpcCalls,
  ourEncoder,
  ourCheckedEncoder,
  soapEncoder,
  xmlrpcEncoder,
  longestPause,
  peakAboveResult,
  liveAboveResult,
  paginatePeak,
  load,
} as const;

export type ProgramName = keyof typeof programs;

/** What a program is told. */
export type SettingsOf<Name extends ProgramName> = Parameters<(typeof programs)[Name]>[0];
