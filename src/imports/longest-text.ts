/** In characters. Supported texts are much shorter, but a file chosen by mistake is often longer. */
export const longestText = 131_072;
