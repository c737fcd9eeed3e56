// SPDX-License-Identifier: Apache-2.0
import CCurl

extension Exchange {
    /// Sets every option of the transfer.
    ///
    /// - Throws: ``TransportError/badRequest(_:)`` when libcurl refuses one.
    func prepare(_ tls: TLSSettings) throws(TransportError) {
        try accept(ccurl_set_report(easy, report))
        try setMessage()
        try setConnection()
        try setSecurity(tls)
        try setOpener()
        let context = Unmanaged.passUnretained(self).toOpaque()
        try accept(ccurl_set_sinks(easy, takeHeadLine, takeBodyPart, context))
        try accept(ccurl_set_gate(easy, letRequestOut, context))
    }

    private func setMessage() throws(TransportError) {
        try set(CURLOPT_URL, plan.url)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // The target is signed as it is: no dot segment may be taken out of it.
        try set(CURLOPT_PATH_AS_IS, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // Over HTTP/2 libcurl sends a request again when the server refuses its stream.
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        if plan.method == "HEAD" {
            try set(CURLOPT_NOBODY, 1)
        } else if !plan.body.isEmpty || ["POST", "PUT", "PATCH"].contains(plan.method) {
            try set(CURLOPT_POST, 1)
            try accept(ccurl_set_body(easy, plan.body, plan.body.count))
        }
        if !["GET", "HEAD"].contains(plan.method) { try set(CURLOPT_CUSTOMREQUEST, plan.method) }
        for line in plan.lines {
            let longer = line.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { curl_slist_append(fields, $0.baseAddress) }
            }
            guard let longer else { throw .notSent("out of memory") }
            fields = longer
        }
        try accept(ccurl_set_fields(easy, fields))
    }

    private func setConnection() throws(TransportError) {
        // Signals belong to the process, and name look-ups run on threads of their own.
        try set(CURLOPT_NOSIGNAL, 1)
        // Otherwise the end of a transfer would wait for a name look-up that hangs, and every other transfer with it.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_TCP_NODELAY, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(plan.limit.connect))
        try set(CURLOPT_TIMEOUT_MS, milliseconds(plan.limit.total))
        if let path = plan.unixSocket { try set(CURLOPT_UNIX_SOCKET_PATH, path) }
        // A connection that is there was opened for somebody who may have been allowed more.
        if !plan.isQuery || plan.admits != nil {
            // libcurl repeats a request by itself when a connection that it takes over turns out to be closed.
            try set(CURLOPT_FRESH_CONNECT, 1)
            try set(CURLOPT_FORBID_REUSE, 1)
        }
    }

    private func setSecurity(_ tls: TLSSettings) throws(TransportError) {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        // The system's directory of authorities stays in force beside this file.
        if let file = tls.extraAuthorities { try set(CURLOPT_CAINFO, file) }
        if let file = tls.clientCertificate { try set(CURLOPT_SSLCERT, file) }
        if let file = tls.clientKey { try set(CURLOPT_SSLKEY, file) }
        // Without these two the environment would decide.
        try set(CURLOPT_PROXY, tls.proxy ?? "")
        try set(CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        try set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try accept(ccurl_set_number(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(TransportError) {
        try accept(ccurl_set_text(easy, option, value))
    }

    func accept(_ code: CURLcode) throws(TransportError) {
        guard code == CURLE_OK else { throw .badRequest("libcurl: \(String(cString: curl_easy_strerror(code)))") }
    }

    private func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = min(max(duration, .milliseconds(1)), .seconds(86_400)).components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

/// The exchange that libcurl hands back to its callbacks.
private func exchange(_ context: UnsafeMutableRawPointer) -> Exchange {
    Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
}

/// The bytes that libcurl hands to a sink.
private func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: count)
}

private let takeHeadLine: curl_write_callback = { start, size, count, context in
    guard let context else { return 0 }
    return exchange(context).takeHead(bytes(start, size * count)) ? size * count : 0
}

private let takeBodyPart: curl_write_callback = { start, size, count, context in
    guard let context else { return 0 }
    return exchange(context).takeBody(bytes(start, size * count)) ? size * count : 0
}

private let letRequestOut: curl_prereq_callback = { context, _, _, _, _ in
    guard let context else { return CURL_PREREQFUNC_ABORT }
    return exchange(context).begin() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
