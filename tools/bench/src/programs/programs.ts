const modules = {
  bareFirstCall: () => import('./bare-first-call.ts'),
  encoders: () => import('./encoders.ts'),
  firstCall: () => import('./first-call.ts'),
  latencies: () => import('./latencies.ts'),
  load: () => import('./load.ts'),
  pages: () => import('./pages.ts'),
  sideEffects: () => import('./side-effects.ts'),
  smallCalls: () => import('./small-calls.ts'),
} as const;

/**
 * Everything that is measured in a process of its own. Each loads no more than it measures: the
 * libraries of peers would count in the memory of ours.
 */
export const programs = {
  ourPage: async () => (await modules.pages()).ourPage,
  soapPage: async () => (await modules.pages()).soapPage,
  xmlrpcPage: async () => (await modules.pages()).xmlrpcPage,
  axiosJsonPage: async () => (await modules.pages()).axiosJsonPage,
  tokenizer: async () => (await modules.pages()).tokenizer,
  jsonParse: async () => (await modules.pages()).jsonParse,
  ourCalls: async () => (await modules.smallCalls()).ourCalls,
  axiosCalls: async () => (await modules.smallCalls()).axiosCalls,
  soapCalls: async () => (await modules.smallCalls()).soapCalls,
  xmlrpcCalls: async () => (await modules.smallCalls()).xmlrpcCalls,
  ourFirstCall: async () => (await modules.firstCall()).ourFirstCall,
  bareFirstCall: async () => (await modules.bareFirstCall()).bareFirstCall,
  ourEncoder: async () => (await modules.encoders()).ourEncoder,
  ourCheckedEncoder: async () => (await modules.encoders()).ourCheckedEncoder,
  soapEncoder: async () => (await modules.encoders()).soapEncoder,
  xmlrpcEncoder: async () => (await modules.encoders()).xmlrpcEncoder,
  longestPause: async () => (await modules.sideEffects()).longestPause,
  peakAboveResult: async () => (await modules.sideEffects()).peakAboveResult,
  liveAboveResult: async () => (await modules.sideEffects()).liveAboveResult,
  paginatePeak: async () => (await modules.sideEffects()).paginatePeak,
  latencies: async () => (await modules.latencies()).latencies,
  load: async () => (await modules.load()).load,
} as const;

export type ProgramName = keyof typeof programs;

/** What a program is told. */
export type SettingsOf<Name extends ProgramName> = Parameters<
  Awaited<ReturnType<(typeof programs)[Name]>>
>[0];
