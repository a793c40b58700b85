import { Body } from '@nestjs/common';
import { DeclineConsent, GrantConsent, OpenCode, RelinquishConsent, RequestConsent, RevokeConsent } from '../../../../libs/application/consent/index.js';
import type { CommandRequest } from '../../../../libs/application/request.js';
import { type CitizenId, ConsentId, parseInstant } from '../../../../libs/kernel/index.js';
import { Asked, Bus, citizen, Me, Path, Room, Route } from '../edge/index.js';
import { CodeOpenedAnswer, CodeOpeningBody, ConsentAskedAnswer, ConsentGrantedAnswer, ConsentOverAnswer, ConsentRequestBody, ConsentTermsBody } from './consents.dto.js';

/** A consent from its code to its end. */
@Room('citizen')
export class ConsentsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/consent-requests',
    urgency: 'ordinary',
    summary: 'Ask to see somebody: you get a code to hand to them, and nobody is told anything',
    allow: citizen('al2'),
    body: ConsentRequestBody,
    answers: { 201: ConsentAskedAnswer },
    refusals: ['too-many-consents', 'window', 'purpose', 'read-models-behind'],
  })
  ask(@Asked() request: CommandRequest, @Me() viewer: CitizenId, @Body() body: ConsentRequestBody): Promise<ConsentAskedAnswer> {
    return this.bus.command(new RequestConsent(request, viewer, termsOf(body), body.label));
  }

  @Route({
    method: 'POST',
    path: '/v1/consent-codes/openings',
    urgency: 'ordinary',
    summary: 'Open a code that you were handed: see who asks, and for what',
    allow: citizen('al2'),
    body: CodeOpeningBody,
    answers: { 200: CodeOpenedAnswer },
    refusals: ['code-expired'],
  })
  open(@Asked() request: CommandRequest, @Me() opener: CitizenId, @Body() { code }: CodeOpeningBody): Promise<CodeOpenedAnswer> {
    return this.bus.command(new OpenCode(request, opener, code));
  }

  @Route({
    method: 'POST',
    path: '/v1/consents/:id/grant',
    urgency: 'ordinary',
    summary: 'Grant what was asked, or less',
    allow: citizen('al2'),
    body: ConsentTermsBody,
    answers: { 200: ConsentGrantedAnswer },
    refusals: ['not-found', 'consent-not-open', 'under-age', 'wider-than-asked', 'window', 'purpose'],
  })
  grant(@Asked() request: CommandRequest, @Me() subject: CitizenId, @Path('id', ConsentId) consent: ConsentId, @Body() body: ConsentTermsBody): Promise<ConsentGrantedAnswer> {
    return this.bus.command(new GrantConsent(request, consent, subject, termsOf(body)));
  }

  @Route({
    method: 'POST',
    path: '/v1/consents/:id/decline',
    urgency: 'ordinary',
    summary: 'Say no to what was asked',
    allow: citizen('al2'),
    answers: { 200: ConsentOverAnswer },
    refusals: ['not-found', 'consent-not-open'],
  })
  decline(@Asked() request: CommandRequest, @Me() subject: CitizenId, @Path('id', ConsentId) consent: ConsentId): Promise<ConsentOverAnswer> {
    return this.bus.command(new DeclineConsent(request, consent, subject));
  }

  @Route({
    method: 'POST',
    path: '/v1/consents/:id/revocation',
    urgency: 'protective',
    summary: 'Take a grant back: once this is answered, no view that is asked for later is shown',
    allow: citizen('al1'),
    answers: { 200: ConsentOverAnswer },
    refusals: ['not-found', 'consent-not-live'],
  })
  revoke(@Asked() request: CommandRequest, @Me() subject: CitizenId, @Path('id', ConsentId) consent: ConsentId): Promise<ConsentOverAnswer> {
    return this.bus.command(new RevokeConsent(request, consent, subject));
  }

  @Route({
    method: 'POST',
    path: '/v1/consents/:id/relinquishment',
    urgency: 'protective',
    summary: 'Give up what you were granted',
    allow: citizen('al1'),
    answers: { 200: ConsentOverAnswer },
    refusals: ['not-found', 'consent-not-live'],
  })
  relinquish(@Asked() request: CommandRequest, @Me() viewer: CitizenId, @Path('id', ConsentId) consent: ConsentId): Promise<ConsentOverAnswer> {
    return this.bus.command(new RelinquishConsent(request, consent, viewer));
  }
}

const termsOf = ({ scope, purpose, until }: ConsentTermsBody) => ({ scope, purpose, until: parseInstant(until) });
