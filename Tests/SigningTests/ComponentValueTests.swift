// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Testing

@testable import Signing

/// Source: RFC 9421, sections 2.1 to 2.4.
@Suite struct `Component values` {
    private func value(_ component: SignatureComponent, in request: HTTPRequest) throws -> String {
        let base = try MessageSignature.base(of: request, parameters: SignatureParameters(components: [component]))
        let line = try #require(base.split(separator: "\n", omittingEmptySubsequences: false).first)
        let colon = try #require(line.firstRange(of: ": "))
        return String(line[colon.upperBound...])
    }

    private func request(_ path: String = "/", _ fields: [(String, String)] = []) throws -> HTTPRequest {
        var head = HTTPRequest(method: .post, scheme: "https", authority: "www.example.com", path: path)
        for (name, value) in fields {
            head.headerFields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return head
    }

    @Test func `lines of one field are trimmed and joined`() throws {
        let request = try request(
            "/",
            [
                ("X-OWS-Header", "  Leading and trailing whitespace.\t "), ("Cache-Control", "max-age=60"),
                ("Cache-Control", "    must-revalidate"), ("X-Empty-Header", ""),
            ])

        let base = try MessageSignature.base(
            of: request,
            parameters: SignatureParameters(
                components: ["X-OWS-Header", "cache-control", "X-Empty-Header"].map { .field($0) }))

        #expect(
            base == """
                "x-ows-header": Leading and trailing whitespace.
                "cache-control": max-age=60, must-revalidate
                "x-empty-header":\u{20}
                "@signature-params": ("x-ows-header" "cache-control" "x-empty-header")
                """)
    }

    @Test(arguments: [("a", "1"), ("d", "?1"), ("b", "2;x=1;y=2"), ("c", "(a   b    c)")])
    func `a dictionary member is written strictly`(_ key: String, _ written: String) throws {
        let request = try request(
            "/", [("Example-Dict", "  a=1,    b=2;x=1;y=2,   c=(a   b    c)"), ("Example-Dict", "d")])

        let value = try value(.field("example-dict").member(key), in: request)

        #expect(value == written.replacing("   b    c", with: " b c"))
    }

    @Test func `a member that is not there is missing`() throws {
        let request = try request("/", [("Example-Dict", "a=1")])

        #expect(throws: SigningError.missing(#"member "e" of example-dict"#)) {
            try value(.field("example-dict").member("e"), in: request)
        }
        #expect(throws: SigningError.self) {
            try value(.field("example-list").member("e"), in: self.request("/", [("Example-List", "1, 2")]))
        }
    }

    @Test func `wrapped lines stay apart`() throws {
        let split = try request("/", [("Example-Header", "value, with, lots"), ("Example-Header", "of, commas")])
        let whole = try request("/", [("Example-Header", "value, with, lots, of, commas")])

        let values = try [split, whole].map { try value(.field("example-header").wrapped, in: $0) }

        #expect(
            values == [
                ":dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:", ":dmFsdWUsIHdpdGgsIGxvdHMsIG9mLCBjb21tYXM=:",
            ])
    }

    @Test func `a known structured field is written strictly and an unknown one refused`() throws {
        let request = try request("/", [("Content-Digest", "sha-256=:AAAA: ,\t x=?1; b;a"), ("X-Other", "a")])

        let strict = try value(.field("content-digest").strict, in: request)

        #expect(strict == "sha-256=:AAAA:, x;b;a")
        #expect(throws: SigningError.self) { try value(.field("x-other").strict, in: request) }
    }

    @Test(arguments: [
        (SignatureComponent.method, "POST"), (.targetURI, "https://www.example.com/path?param=value"),
        (.authority, "www.example.com"), (.scheme, "https"), (.requestTarget, "/path?param=value"),
        (.path, "/path"), (.query, "?param=value"), (.queryParameter("param"), "value"),
    ])
    func `derived components of a request`(_ component: SignatureComponent, _ expected: String) throws {
        let request = try request("/path?param=value")

        let value = try value(component, in: request)

        #expect(value == expected)
    }

    @Test(arguments: [
        ("HTTPS", "Example.COM:443", "example.com"), ("http", "example.com:80", "example.com"),
        ("https", "example.com:80", "example.com:80"), ("https", "[::1]:8443", "[::1]:8443"),
    ])
    func `the authority loses its case and the usual port`(_ scheme: String, _ authority: String, _ expected: String)
        throws
    {
        let request = HTTPRequest(method: .get, scheme: scheme, authority: authority, path: "")

        let values = try [SignatureComponent.authority, .path, .query].map { try value($0, in: request) }

        #expect(values == [expected, "/", "?"])
    }

    @Test(arguments: [
        ("var", "this%20is%20a%20big%0Amultiline%20value"), ("bar", "with%20plus%20whitespace"),
        ("fa%C3%A7ade%22%3A%20", "something"), ("qux", ""), ("none", ""), ("tilde", "%7E%25zz%2B"),
    ])
    func `query parameters are decoded as a form and encoded again`(_ name: String, _ expected: String) throws {
        let request = try request(
            "/parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&"
                + "fa%C3%A7ade%22%3A%20=something&qux=&none&tilde=~%zz%2B")

        let value = try value(.queryParameter(name), in: request)

        #expect(value == expected)
    }

    @Test func `a query parameter that occurs twice or not at all is refused`() throws {
        let request = try request("/?a=1&%61=2")

        #expect(throws: SigningError.self) { try value(.queryParameter("a"), in: request) }
        #expect(throws: SigningError.missing(#"query parameter "b""#)) {
            try value(.queryParameter("b"), in: request)
        }
    }

    @Test(arguments: [
        SignatureComponent.status, .method.fromRequest, .field("absent"), .field("x-text"), .queryParameter("q").strict,
        SignatureComponent(name: "Date"), SignatureComponent(name: "@signature-params"),
        SignatureComponent(name: "@unknown"), SignatureComponent(name: "no name"),
        SignatureComponent(name: "@query-param"), SignatureComponent(name: "date", parameter: "x"),
        .field("date").wrapped.strict, .field("date").wrapped.member("a"),
    ])
    func `what a request cannot give is refused`(_ component: SignatureComponent) throws {
        let request = try request("/?q=1", [("Date", "today"), ("X-Text", "caf\u{E9}")])

        #expect(throws: SigningError.self) { try value(component, in: request) }
    }

    @Test func `text beyond ASCII is covered when it is wrapped`() throws {
        let request = try request("/", [("X-Text", "caf\u{E9}")])

        let value = try value(.field("x-text").wrapped, in: request)

        #expect(value == ":Y2Fmw6k=:")
    }

    @Test func `a response takes its own fields and the request's with req`() throws {
        let request = try request("/p", [("Content-Digest", "sha-256=:AAAA:")])
        let response = HTTPResponse(status: .serviceUnavailable, headerFields: [.contentDigest: "sha-256=:BBBB:"])
        let digest = SignatureComponent.field("content-digest")
        let parameters = SignatureParameters(
            components: [.status, digest, digest.fromRequest, .path.fromRequest, digest.member("sha-256").fromRequest])

        let base = try MessageSignature.base(of: response, answering: request, parameters: parameters)

        #expect(
            base == """
                "@status": 503
                "content-digest": sha-256=:BBBB:
                "content-digest";req: sha-256=:AAAA:
                "@path";req: /p
                "content-digest";key="sha-256";req: :AAAA:
                "@signature-params": ("@status" "content-digest" "content-digest";req "@path";req \
                "content-digest";key="sha-256";req)
                """)
        #expect(throws: SigningError.self) {
            try MessageSignature.base(
                of: response, answering: request, parameters: SignatureParameters(components: [.method]))
        }
    }

    @Test func `a component that is covered twice is refused`() throws {
        let request = try request("/", [("Date", "today")])

        #expect(throws: SigningError.self) {
            try MessageSignature.base(
                of: request, parameters: SignatureParameters(components: [.field("date"), .field("DATE")]))
        }
    }
}
