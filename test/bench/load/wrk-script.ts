/** For wrk: sends the plan named in its first argument in order, over and over, and tells at the end what it came to. Requests are made once, so that sending one is a look-up. */
export const WRK_SCRIPT = `
local requests, order, at = {}, {}, 0

function init(args)
  local file = io.open(args[1], 'r')
  local count = tonumber(file:read('*l'))
  for i = 1, count do
    local method, path, token, body = file:read('*l'):match('^([^\\t]*)\\t([^\\t]*)\\t([^\\t]*)\\t(.*)$')
    local headers = { ['Host'] = wrk.host .. ':' .. wrk.port }
    if token ~= '' then headers['authorization'] = 'Bearer ' .. token end
    if body ~= '' then headers['content-type'] = 'application/json' end
    requests[i] = wrk.format(method, path, headers, body ~= '' and body or nil)
  end
  for line in file:lines() do order[#order + 1] = tonumber(line) end
  file:close()
end

function request()
  at = at + 1
  if at > #order then at = 1 end
  return requests[order[at]]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\\n{"requests":%d,"seconds":%.6f,"refused":%d,"broken":%d,"p50":%.3f,"p99":%.3f}\\n',
    summary.requests, summary.duration / 1e6, e.status, e.connect + e.read + e.write + e.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
`;
