import { Type } from 'class-transformer';
import { IsArray, IsString } from 'class-validator';
import { OrNull, ValidateNested } from '../validators.js';

/** By level, the issuer's `acr` values that reach it, the least first. Empty: this issuer can't. */
export class AcrAnswer {
  static readonly example = { al1: ['al1', 'al2', 'al3'], al2: ['al2', 'al3'], al3: ['al3'] } satisfies AcrAnswer;
  @IsArray() @IsString({ each: true }) readonly al1!: readonly string[];
  @IsArray() @IsString({ each: true }) readonly al2!: readonly string[];
  @IsArray() @IsString({ each: true }) readonly al3!: readonly string[];
}

/** Where the web pages sign people in (authorization code with PKCE), as which public client, and for which resource (RFC 8707). */
export class SignInAnswer {
  static readonly example = {
    issuer: 'https://id.example',
    clientId: 'xinma-web',
    scope: 'openid',
    resource: 'https://api.example',
    authorization: 'https://id.example/auth',
    token: 'https://id.example/token',
    endSession: 'https://id.example/session/end',
    acr: AcrAnswer.example,
  } satisfies SignInAnswer;
  @IsString() readonly issuer!: string;
  @IsString() readonly clientId!: string;
  @IsString() readonly scope!: string;
  @OrNull() @IsString() readonly resource!: string | null;
  @IsString() readonly authorization!: string;
  @IsString() readonly token!: string;
  @OrNull() @IsString() readonly endSession!: string | null;
  @ValidateNested() @Type(() => AcrAnswer) readonly acr!: AcrAnswer;
}
