/** The entry that says what is required of pictures. */
export const PICTURES_ENTRY = 10;
