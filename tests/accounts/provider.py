"""A small OpenID provider on this machine: it signs in whoever it is told to, or answers wrongly in a chosen way."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "dondoc", "bi-mat-cua-cong"


class Provider:
    """One provider with one user at a time; `wrong` names what its answers get wrong."""

    def __init__(self) -> None:
        self.key, self.other_key = (RSAKey.generate_key(2048, {"kid": "a", "use": "sig"}) for _ in range(2))
        self.user: dict[str, Any] = {"sub": "s-1", "preferred_username": "ha"}
        self.wrong = ""
        self.codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer = provider.get(urlsplit(self.path).path)
                self.say(answer)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.say(provider.token({name: each[0] for name, each in parse_qs(body).items()}, self.headers))

            def say(self, answer: dict[str, Any] | None) -> None:
                data = json.dumps(answer or {"error": "invalid_grant"}).encode()
                self.send_response(200 if answer else 400)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def get(self, path: str) -> dict[str, Any] | None:
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }  # fmt: skip
        return {"keys": [self.key.as_dict(private=False)]} if path == "/keys" else None

    def authorize(self, address: str) -> str:
        """Sign the user in as a browser led to `address` would; give the address it is led back to."""
        asked = {name: each[0] for name, each in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_hex(8)
        self.codes[code] = asked
        return asked["redirect_uri"] + "?" + urlencode({"code": code, "state": asked["state"]})

    def token(self, posted: dict[str, str], headers: Any) -> dict[str, Any] | None:
        asked = self.codes.pop(posted.get("code", ""), None)
        challenge = hashlib.sha256(posted.get("code_verifier", "").encode()).digest()
        right = base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()
        basic = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or asked["code_challenge"] != right or headers.get("Authorization") != basic:
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]} | self.user
        claims |= {
            "audience": {"aud": "another"}, "issuer": {"iss": "http://elsewhere"}, "nonce": {"nonce": "x"},
            "expired": {"exp": now - 3600, "iat": now - 7200},
        }.get(self.wrong, {})  # fmt: skip
        key = self.other_key if self.wrong == "signature" else self.key
        token = jwt.encode({"alg": "RS256", "kid": "a"}, claims, key)
        return {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": token}
