import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication, ExpressAdapter } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { optionsSent, type Served, serving } from '../city/child.js';
import type { BenchIssuer } from '../city/sign-ins.js';
import { textbookDatabase } from './database.js';
import { SIGN_INS } from './jwt.guard.js';
import { MeController } from './me.controller.js';
import { ViewsController } from './views.controller.js';

/** What the twin is told. */
export interface TextbookOptions {
  readonly connection: Connection;
  readonly signIns: Pick<BenchIssuer, 'issuer' | 'audience' | 'jwksUri'>;
}

@Module({})
class TextbookModule {
  static with(database: DataSource, signIns: TextbookOptions['signIns']): DynamicModule {
    return {
      module: TextbookModule,
      controllers: [MeController, ViewsController],
      providers: [{ provide: DataSource, useValue: database }, { provide: SIGN_INS, useValue: signIns }, MeController],
    };
  }
}

async function start({ connection, signIns }: TextbookOptions): Promise<Served> {
  const database = await textbookDatabase(connection, false).initialize();
  const app = await NestFactory.create<NestExpressApplication>(TextbookModule.with(database, signIns), new ExpressAdapter(), { logger: ['error'] });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  app.disable('x-powered-by');
  app.set('etag', false);
  await app.listen(0, '127.0.0.1');
  const stop = async (): Promise<void> => {
    await app.close();
    await database.destroy();
  };
  return { address: (await app.getUrl()).replace('[::1]', '127.0.0.1'), stop };
}

serving(await start(await optionsSent<TextbookOptions>()));
