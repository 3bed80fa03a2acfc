/** The picture in the tab of the browser. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0a7d6c"/><path d="M4.5 8h7M4.5 5h7M4.5 11h4" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/></svg>`;
