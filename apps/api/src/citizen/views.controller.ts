import { Body } from '@nestjs/common';
import { ViewOther } from '../../../../libs/application/access/index.js';
import { BasisId, type CitizenId } from '../../../../libs/kernel/index.js';
import { Bus, citizen, Me, Path, Room, Route } from '../edge/index.js';
import { OtherViewAnswer, ViewBody } from './views.dto.js';

/** The one way to see another person. */
@Room('citizen')
export class ViewsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/bases/:basis/views',
    urgency: 'ordinary',
    summary: 'See somebody under a basis: it is in their log before you see it',
    allow: citizen('al2'),
    kind: 'view',
    body: ViewBody,
    answers: { 200: OtherViewAnswer },
    refusals: ['not-found', 'outside-grant', 'read-models-behind', 'busy'],
  })
  view(@Me() viewer: CitizenId, @Path('basis', BasisId) basis: BasisId, @Body() { scope, purpose }: ViewBody): Promise<OtherViewAnswer> {
    return this.bus.command(new ViewOther(viewer, basis, scope, purpose));
  }
}
