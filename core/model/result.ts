/** The outside world's answer: a value, or a problem that says what was wrong and where. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string; readonly where: string };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (problem: string, where = ''): Result<never> => ({ ok: false, problem, where });
