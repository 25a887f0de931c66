// Grades hosts of a portal on this machine by MDN's own scanner: `node grade.mjs PORT host=least …`.
//
// The scanner asks https://host/ and http://host/ on the usual ports. Here its requests go to the portal at
// 127.0.0.1:PORT instead, as the web server in front would pass them on: with the host's name, and with the
// protocol in X-Forwarded-Proto. Its rules, its reading of the answers and its sums are untouched. What only the web
// server decides (the certificate, the redirect of port 80) is taken as good.

import http from "node:http";

import axios from "axios";
import { scan } from "@mdn/mdn-http-observatory";

const [port, ...hosts] = process.argv.slice(2);

// The scanner's agent would keep them; a name with a prefix is refused unless it is set as it must be.
async function keepCookies(config, cookies) {
  const jar = config.httpsAgent?.options.cookies.jar;
  for (const cookie of jar ? cookies : []) await jar.setCookie(cookie, config.url);
}

axios.defaults.adapter = (config) =>
  new Promise((resolve, reject) => {
    const url = new URL(config.url);
    const headers = {
      ...config.headers.toJSON(),
      host: url.hostname,
      "x-forwarded-for": "192.0.2.1",
      "x-forwarded-proto": url.protocol.slice(0, -1),
      "accept-encoding": "identity",
    };
    const path = url.pathname + url.search;
    const method = config.method.toUpperCase();
    const request = http.request({ host: "127.0.0.1", port, path, method, headers });
    request.on("error", reject);
    request.on("response", async (response) => {
      const data = (await response.setEncoding("utf8").toArray()).join("");
      await keepCookies(config, response.headers["set-cookie"] ?? []);
      resolve({
        data,
        status: response.statusCode,
        statusText: response.statusMessage,
        headers: new axios.AxiosHeaders(response.headers),
        config,
        request,
      });
    });
    request.end();
  });

let failed = 0;
for (const wanted of hosts) {
  const [host, least] = wanted.split("=");
  const { scan: result, tests } = await scan(host);
  console.log(`${host}: ${result.score} (${result.grade}), ít nhất ${least}`);
  for (const [name, test] of Object.entries(tests)) {
    console.log(`    ${String(test.scoreModifier).padStart(4)}  ${name}: ${test.result}`);
  }
  if (result.score < Number(least)) failed += 1;
}
process.exit(failed);
