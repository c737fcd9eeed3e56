// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes

/// Keeps everybody but programs of this machine out of the control API.
package enum ControlGate {
    /// Why a request may not use the control API; nil when it may.
    package static func refusal(_ request: HTTPRequest, from address: String) -> String? {
        do throws(Problem) {
            try check(request, from: address)
            return nil
        } catch {
            return error.detail
        }
    }

    /// Refuses callers of other machines, and pages in a browser of this one.
    static func check(_ request: HTTPRequest, from address: String) throws(Problem) {
        guard WebAddress.isLoopback(host: address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address) else {
            throw Problem(.addressRefused, "the control API serves this machine only")
        }
        // A page that was lured here by a name of its own still sends that name.
        guard let host = request.authority.flatMap(WebAddress.host(of:)), WebAddress.isLoopback(host: host) else {
            throw Problem(.addressRefused, "call the control API by a loopback address or as localhost")
        }
        guard request.method != .get else { return }
        // No page can send this type to another origin without asking first, and it is never told yes.
        guard request.headerFields[.contentType] == "application/json" else {
            throw .invalid("Content-Type", "send application/json", status: .unsupportedMediaType)
        }
    }
}
