/** The parameters of every page call. */
export const pageParams = { listID: 1, subscriber: 'all_subscribers', start: 0 } as const;
