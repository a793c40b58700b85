import type { paths } from '../../../../libs/client/schema.js';

type Json<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : never;
type Responses<T> = T extends { readonly responses: infer R } ? R : never;

/** What a GET answers. */
export type Read<P extends keyof paths> = paths[P] extends { readonly get: infer Get } ? (Responses<Get> extends { readonly 200: infer Ok } ? Json<Ok> : never) : never;

/** What a POST answers. */
export type Done<P extends keyof paths> = paths[P] extends { readonly post: infer Post } ? (Responses<Post> extends infer R ? Json<R extends { readonly 200: infer Ok } ? Ok : R extends { readonly 201: infer Made } ? Made : never> : never) : never;

/** Who may look, or asks to. */
export type Onlooker = Read<'/v1/me/bases'>['onMe'][number];

/** A line of the log of who looked. */
export type Disclosure = Read<'/v1/me/disclosures'>['entries'][number];

/** A name as its document has it. */
export type Name = NonNullable<Onlooker['viewer']>;

/** What may be seen, and why. */
export type Scope = Onlooker['scope'];
export type Purpose = Onlooker['purposes'][number];

/** What a rule makes of results. */
export type Status = Read<'/v1/me/code'>['status'];
