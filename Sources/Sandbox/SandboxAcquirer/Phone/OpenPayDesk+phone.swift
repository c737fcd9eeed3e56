// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// Answers the payer's phone: `GET /p/{code}`, `POST /p/{code}/pay`, `POST /p/{code}/decline`.
    func answerPhone(_ request: HTTPRequest) throws -> Delivery {
        let segments = RequestPath(request.path ?? "/").segments
        let wantsJSON = request.headerFields[.accept]?.contains("application/json") ?? false
        guard segments.count >= 2, let payment = try books.payment(codeID: segments[1]) else {
            return .answer(page(.notFound, PhonePage.unknown))
        }
        notes?.merchant = payment.merchant
        notes?.orderNo = payment.orderNo
        notes?.script = payment.script
        switch (request.method, segments.count, segments.last) {
        case (.get, 2, _):
            let seen = try scan(payment)
            return .answer(wantsJSON ? json(.ok, seen) : try page(.ok, seen))
        case (.post, 3, "pay"):
            let isLate = payment.status == .closed && payment.script.has(.paidAfterClose)
            guard payment.status.isOpen || isLate else { return try refuse(payment, wantsJSON) }
            return try done(try pay(payment), wantsJSON)
        case (.post, 3, "decline"):
            guard payment.status.isOpen else { return try refuse(payment, wantsJSON) }
            return try done(try decline(payment), wantsJSON)
        default:
            return .answer(page(.notFound, PhonePage.unknown))
        }
    }

    private func done(_ payment: Payment, _ wantsJSON: Bool) throws -> Delivery {
        guard !wantsJSON else { return .answer(json(.ok, payment)) }
        var response = HTTPResponse(status: .seeOther)
        response.headerFields[.location] = "/p/\(payment.codeID)"
        return .answer(response, [], afterMilliseconds: 0)
    }

    private func refuse(_ payment: Payment, _ wantsJSON: Bool) throws -> Delivery {
        .answer(wantsJSON ? json(.conflict, payment) : try page(.conflict, payment))
    }

    private func json(_ status: HTTPResponse.Status, _ payment: Payment) -> (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: status)
        response.headerFields[.contentType] = "application/json"
        response.headerFields[.cacheControl] = "no-store"
        return (response, resource(payment).bytes)
    }

    private func page(_ status: HTTPResponse.Status, _ payment: Payment) throws -> (HTTPResponse, [UInt8]) {
        let name = try books.merchant(payment.merchant)?.name ?? payment.merchant
        return page(status, PhonePage(payment: payment, merchant: name).html)
    }

    private func page(_ status: HTTPResponse.Status, _ html: String) -> (HTTPResponse, [UInt8]) {
        var response = HTTPResponse(status: status)
        response.headerFields[.contentType] = "text/html; charset=utf-8"
        response.headerFields[.cacheControl] = "no-store"
        response.headerFields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headerFields[.xContentTypeOptions] = "nosniff"
        return (response, Array(html.utf8))
    }
}
