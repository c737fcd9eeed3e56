// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 1 to 380.
    static let part1 = ##"""
        # SPDX-License-Identifier: Apache-2.0
        # The local API of tilld. Scripts/describe puts this file into the daemon, which serves it at /v1/openapi.yaml.
        openapi: 3.1.0
        info:
          title: tilld
          version: 0.1.0
          summary: Open sales at this terminal, follow them until the money is proven.
          description: |-
            The API of `tilld`, the payment daemon of one terminal.

            Where it is: a Unix socket, `/run/tilld/tilld.sock`, whose users the kernel knows; and, if `api.listen` is configured, a port of this machine with a token. In an afternoon:

                curl --unix-socket /run/tilld/tilld.sock http://till/v1/orders -H 'Idempotency-Key: tea-1' -H 'Content-Type: application/json' -d '{"amount":{"decimal":"12.50","currency":"CNY"}}'
                curl --unix-socket /run/tilld/tilld.sock 'http://till/v1/orders/01J…?wait=final'

            What holds everywhere: a body is JSON in UTF-8, at most 64 KiB, and says so in `Content-Type`; a member or a query that is not written here is refused by name, and so is one that stands twice. Numbers are whole, amounts are minor units, times are UTC with three decimals. Answers may get members and words that are not written here yet. `HEAD` answers what `GET` does without the body, `OPTIONS` with `Allow`; `Accept` is not looked at, since each path gives one kind, or what `format` says; only the stream of events is asked for by it.

            On the port `Host` has to be `localhost`, `127.0.0.1` or `[::1]` with the port (else 421), `Origin` one of these or absent, and `Sec-Fetch-Site` `same-origin`, `none` or absent (else 403). There is no word of CORS: this is for programs of this machine, and no page of another origin.
          license:
            name: Apache 2.0
            identifier: Apache-2.0
        servers:
        - url: http://127.0.0.1:8470
          description: The port of api.listen; the socket has the same paths.
        tags:
        - name: Orders
          description: Sales, from the first code to the last refund.
        - name: Holds
          description: What only a person can decide.
        - name: Events
          description: The journal as it grows.
        - name: Webhooks
          description: The shop's own systems, told of sales by Standard Webhooks.
        - name: Queue
          description: What waits, and bringing the terminal to rest.
        - name: End of day
          description: Figures and proofs.
        - name: Devices
          description: Printers and screens.
        - name: Journal
          description: The ledger's evidence.
        - name: Terminal
          description: The daemon itself.
        - name: Tokens
          description: Who may ask over the port.
        - name: Description
          description: This file. It is no secret, and needs no token.
        - name: Monitoring
          description: For machines that watch over the daemon.
        security:
        - token: [admin]
        paths:
          /v1/orders:
            post:
              operationId: openOrder
              tags: [Orders]
              summary: Open a sale
              description: 'Intent before effect: when the answer comes, the sale is on disk, and the acquirer is asked from now
                on. Follow it with `GET /v1/orders/{id}?wait=final`, or by events.'
              security: [{token: [sale]}, {token: [admin]}]
              parameters:
              - {$ref: '#/components/parameters/IdempotencyKey'}
              - name: wait
                in: query
                required: false
                description: '`presented` answers when the code is there, or after ten seconds.'
                schema: {type: string, enum: [presented]}
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/OpenOrder'}
                    examples: {all: {$ref: '#/components/examples/OpenOrder.all'}, decimal: {$ref: '#/components/examples/OpenOrder.decimal'}}
              responses:
                '201':
                  description: It is opened, and on disk.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Order'}
                      examples: {opening: {$ref: '#/components/examples/Order.opening'}, code: {$ref: '#/components/examples/Order.code'}}
                  links:
                    ShowOrder: {$ref: '#/components/links/ShowOrder'}
                    CancelOrder: {$ref: '#/components/links/CancelOrder'}
                    NewAttempt: {$ref: '#/components/links/NewAttempt'}
                    CheckOrder: {$ref: '#/components/links/CheckOrder'}
                    RefundOrder: {$ref: '#/components/links/RefundOrder'}
                    ReprintOrder: {$ref: '#/components/links/ReprintOrder'}
                    OrderCode: {$ref: '#/components/links/OrderCode'}
                    OrderReceipt: {$ref: '#/components/links/OrderReceipt'}
                    ExplainOrder: {$ref: '#/components/links/ExplainOrder'}
                    OrderEvidence: {$ref: '#/components/links/OrderEvidence'}
                    OrderQueue: {$ref: '#/components/links/OrderQueue'}
                    HoldOrder: {$ref: '#/components/links/HoldOrder'}
                '200':
                  description: It was opened by an earlier request with this key; here it is as it stands now.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {paid: {$ref: '#/components/examples/Order.paid'}}}}
                  links:
                    ShowOrder: {$ref: '#/components/links/ShowOrder'}
                    CancelOrder: {$ref: '#/components/links/CancelOrder'}
                    NewAttempt: {$ref: '#/components/links/NewAttempt'}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`,
                    `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_amount`, `unknown_currency`, `invalid_value`,
                    `idempotency_conflict`, `no_such_account`'}
                '429': {$ref: '#/components/responses/TooMany', description: '`too_many_open_orders`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`, `clock_implausible`, `out_of_order`,
                    `disk_low`, `draining`'}
            get:
              operationId: listOrders
              tags: [Orders]
              summary: List sales
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters:
              - name: open
                in: query
                required: false
                description: '`true` lists those that are not over, whatever the limit.'
                schema: {type: string, enum: ['true', 'false']}
              - name: limit
                in: query
                required: false
                description: How many of the newest at most.
                schema: {type: integer, minimum: 1, maximum: 500, default: 100}
              responses:
                '200':
                  description: The sales, the newest first.
                  content: {application/json: {schema: {$ref: '#/components/schemas/OrderPage'}, examples: {one: {$ref: '#/components/examples/OrderPage.one'}}}}
                  links: {ShowFirstOrder: {$ref: '#/components/links/ShowFirstOrder'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}:
            get:
              operationId: showOrder
              tags: [Orders]
              summary: Look at a sale, or wait for it
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters:
              - {$ref: '#/components/parameters/Order'}
              - name: wait
                in: query
                required: false
                description: '`final` waits for a word that ends the wait, `change` for a version beyond `version`.'
                schema: {type: string, enum: [final, change]}
              - name: timeout
                in: query
                required: false
                description: Seconds to wait at most; then the sale comes as it stands.
                schema: {type: integer, minimum: 0, maximum: 60, default: 30}
              - name: version
                in: query
                required: false
                description: The version that is known already.
                schema: {type: integer, minimum: 0, maximum: 9223372036854775807, default: 0}
              responses:
                '200':
                  description: The sale as it stands.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Order'}
                      examples: {code: {$ref: '#/components/examples/Order.code'}, paid: {$ref: '#/components/examples/Order.paid'},
                        needs_person: {$ref: '#/components/examples/Order.needs_person'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/cancel:
            post:
              operationId: cancelOrder
              tags: [Orders]
              summary: Give a sale up
              security: [{token: [sale]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: It is being given up; only the acquirer's word closes it, and money that comes all the same goes
                    back.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {checking: {$ref: '#/components/examples/Order.checking'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`already_paid`, `already_over`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/attempts:
            post:
              operationId: newAttempt
              tags: [Orders]
              summary: Ask for a new code
              security: [{token: [sale]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/NewAttempt'}
                    examples: {account: {$ref: '#/components/examples/NewAttempt.account'}, same: {$ref: '#/components/examples/NewAttempt.same'}}
              responses:
                '200':
                  description: The try before is closed, and a new one begins.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {opening: {$ref: '#/components/examples/Order.opening'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`already_paid`, `already_over`, `limit_reached`,
                    `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`, `no_such_account`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`, `clock_implausible`, `out_of_order`,
                    `disk_low`, `draining`'}
          /v1/orders/{id}/check:
            post:
              operationId: checkOrder
              tags: [Orders]
              summary: Ask the acquirer now
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '202':
                  description: The acquirer is asked; the answer becomes an event.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {code: {$ref: '#/components/examples/Order.code'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/refunds:
            post:
              operationId: refundOrder
              tags: [Orders]
              summary: Give money back
              security: [{token: [refund]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/RefundRequest'}
                    examples: {part: {$ref: '#/components/examples/RefundRequest.part'}, rest: {$ref: '#/components/examples/RefundRequest.rest'}}
              responses:
                '201':
                  description: It is asked for, and on disk.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {refunded: {$ref: '#/components/examples/Order.refunded'}}}}
                '200':
                  description: It was asked for by an earlier request with this key.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {refunded: {$ref: '#/components/examples/Order.refunded'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`,
                    `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`not_paid`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_amount`, `unknown_currency`, `invalid_value`,
                    `idempotency_conflict`, `refund_exceeds`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/reprint:
            post:
              operationId: reprintOrder
              tags: [Orders]
              summary: Print another copy of the receipt
              security: [{token: [sale]}, {token: [refund]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: A copy is queued, marked as one.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {paid: {$ref: '#/components/examples/Order.paid'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`not_paid`, `limit_reached`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/code:
            get:
              operationId: orderCode
              tags: [Orders]
              summary: The payment code as text or picture
              description: 'A code that is over is not given out: somebody might pay it.'
              security: [{token: [sale]}, {token: [admin]}]
              parameters:
              - {$ref: '#/components/parameters/Order'}
              - name: format
                in: query
                required: false
                description: '`text` is half blocks for a dark terminal, `payload` what is in the code.'
                schema: {type: string, enum: [text, png, svg, payload], default: text}
              responses:
                '200':
                  description: The code.
                  content: {text/plain; charset=utf-8: {schema: {type: string}}, image/png: {}, image/svg+xml: {schema: {type: string}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`already_over`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/receipt:
            get:
              operationId: orderReceipt
              tags: [Orders]
              summary: The receipt as text or picture
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters:
              - {$ref: '#/components/parameters/Order'}
              - name: format
                in: query
                required: false
                description: How it is drawn.
                schema: {type: string, enum: [text, png], default: text}
              responses:
                '200': {description: The receipt as it is printed., content: {text/plain; charset=utf-8: {schema: {type: string}},
                    image/png: {}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`not_paid`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/explanation:
            get:
              operationId: explainOrder
              tags: [Orders]
        """##
}
