import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Adapters, AppModule } from './app.module.js';
import { Gate } from './edge/gate.js';
import { createHttpServer, guard, type Patience } from './edge/http-server.js';
import { FrameworkLog, type Log } from './edge/log.js';
import { ProblemFilter } from './edge/problem-filter.js';
import { ROOMS, type Rooms } from './rooms.js';

/** The API, guarded and ready to listen. */
export async function createApp(adapters: Adapters, log: Log, rooms: Rooms = ROOMS, patience?: Patience): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(adapters, rooms), createHttpServer(patience), {
    bodyParser: false,
    abortOnError: false,
    logger: new FrameworkLog(log),
  });
  guard(app.getHttpAdapter().getInstance(), app.get(Gate), log, patience);
  app.useGlobalFilters(new ProblemFilter(log));
  return app.init();
}
