/** What listeners to every talk hear in place of its name once news was missed: anything may have moved. No talk has this name. */
export const NEWS_MISSED = '@missed';
