/** Adds that many events after the newest one in the log's table, ten to each of the streams `test-0...0`, `test-0...1` and so on in hexadecimal: for logs that would take long to append. */
export const fill = (events: number): string => `
  insert into ledger.event (position, id, place, type, metadata, data)
  select head + n, gen_random_uuid(), ledger.place_of('test-' || lpad(to_hex((n - 1) / 10), 32, '0'), (n - 1) % 10), 'Happened', '', ''
  from generate_series(1, ${events}) as n, (select coalesce(max(position), 0) from ledger.event) as ended(head)`;
