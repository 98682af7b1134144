/** The frame of the desk: navigation, top bar, pages. */
export const shell = {} as const satisfies Record<string, string>;
