// A receiver of webhooks that fails now and then, and the check of what it took, by the reference library and by the text of the specification.
//   node webhooks.mjs receive FILE            prints its port; writes one line a request
//   SECRET=whsec_… node webhooks.mjs verify FILE
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createHmac, timingSafeEqual } from "node:crypto";
import { Webhook } from "standardwebhooks";

const [mode, file] = process.argv.slice(2);

// By the number of the request: the answer is lost after the request was taken whole.
const faults = { 5: 500, 9: "cut", 14: 429, 20: "hang", 27: 503 };

function receive() {
  let n = 0;
  const server = createServer((request, response) => {
    const parts = [];
    request.on("data", part => parts.push(part));
    request.on("end", () => {
      const fault = faults[++n];
      appendFileSync(file, JSON.stringify({ headers: request.headers, body: Buffer.concat(parts).toString("utf8"), fault: fault ?? null }) + "\n");
      if (fault === "cut") return request.socket.destroy();
      if (fault === "hang") return;
      response.writeHead(fault ?? 204, fault === 429 ? { "Retry-After": "6" } : {});
      response.end();
    });
  });
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
  process.stdin.on("end", () => process.exit(0)).resume(); // Goes with the test that started it.
}

function bySpecification(secret, { headers, body }) {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`).digest();
  return headers["webhook-signature"].split(" ").map(one => one.split(","))
    .some(([version, mac]) => version === "v1" && Buffer.from(mac, "base64").length === expected.length && timingSafeEqual(Buffer.from(mac, "base64"), expected));
}

function verify() {
  const secret = process.env.SECRET;
  const library = new Webhook(secret);
  let passed = 0, failed = 0;
  const check = (what, ok) => ok ? passed++ : (failed++, console.error(`failed: ${what}`));
  const byLibrary = (one) => { try { library.verify(one.body, one.headers); return true; } catch { return false; } };
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const one = JSON.parse(line);
    const id = one.headers["webhook-id"];
    check(`${id} by the library`, byLibrary(one));
    check(`${id} by the specification`, bySpecification(secret, one));
    check(`${id} stands in the body`, JSON.parse(one.body).id === id);
    const changed = { ...one, body: one.body.replace("}", " }") };
    check(`${id} changed is refused`, !byLibrary(changed) && !bySpecification(secret, changed));
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

mode === "receive" ? receive() : verify();
