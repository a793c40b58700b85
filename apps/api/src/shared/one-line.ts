/** No control characters, and none that turns the direction of what stands beside it. */
export const ONE_LINE = /^[^\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u;
