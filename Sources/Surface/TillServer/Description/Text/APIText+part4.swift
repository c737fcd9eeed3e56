// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 1141 to 1520.
    static let part4 = ##"""
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/health:
            get:
              operationId: showHealth
              tags: [Terminal]
              summary: How the daemon does
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: How it does.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Health'}, examples: {ok: {$ref: '#/components/examples/Health.ok'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/backups:
            post:
              operationId: makeBackup
              tags: [Terminal]
              summary: Make a backup of the ledger
              security: [{token: [admin]}]
              requestBody:
                required: false
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/MakeBackup'}
                    examples: {configured: {$ref: '#/components/examples/MakeBackup.configured'}, named: {$ref: '#/components/examples/MakeBackup.named'}}
              responses:
                '201':
                  description: It is made, and was read again.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Backup'}, examples: {made: {$ref: '#/components/examples/Backup.made'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/tokens:
            get:
              operationId: listTokens
              tags: [Tokens]
              summary: The tokens that there are
              security: [{token: [admin]}]
              responses:
                '200':
                  description: The tokens, by name.
                  content: {application/json: {schema: {$ref: '#/components/schemas/TokenPage'}, examples: {one: {$ref: '#/components/examples/TokenPage.one'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
            post:
              operationId: makeToken
              tags: [Tokens]
              summary: Make a token for a program
              description: 'It needs no key: the name makes it happen once.'
              security: [{token: [admin]}]
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/MakeToken'}
                    examples: {kiosk: {$ref: '#/components/examples/MakeToken.kiosk'}, office: {$ref: '#/components/examples/MakeToken.office'}}
              responses:
                '201':
                  description: It is made, and told this once.
                  content: {application/json: {schema: {$ref: '#/components/schemas/MadeToken'}, examples: {made: {$ref: '#/components/examples/MadeToken.made'}}}}
                  links: {RevokeToken: {$ref: '#/components/links/RevokeToken'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`limit_reached`, `token_exists`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/tokens/{name}/revoke:
            post:
              operationId: revokeToken
              tags: [Tokens]
              summary: Take a token back
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Token'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: From now on it is no better than any other text.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Token'}, examples: {kiosk: {$ref: '#/components/examples/Token.kiosk'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_token`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/openapi.yaml:
            get:
              operationId: describe
              tags: [Description]
              summary: This file
              security: []
              responses:
                '200': {description: This file., content: {application/yaml: {schema: {type: string}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/docs:
            get:
              operationId: showPage
              tags: [Description]
              summary: This file as a page for people
              security: []
              responses:
                '200': {description: The page; it loads and runs nothing., content: {text/html; charset=utf-8: {schema: {type: string}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /healthz:
            get:
              operationId: probeLife
              tags: [Monitoring]
              summary: Whether the daemon lives
              description: 'That it is answered is all that it says: no ledger is asked, and no device. Never refused for being asked
                too often.'
              security: []
              responses:
                '200': {description: It lives., content: {text/plain; charset=utf-8: {schema: {type: string}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
          /readyz:
            get:
              operationId: probeSales
              tags: [Monitoring]
              summary: Whether sales can be opened
              description: 'The ledger is asked, for a second at most, and once a second at most. `detail` of a refusal names what
                stands in the way: `starting`, `ledger_slow`, `out_of_order`, `disk_low`, `clock_implausible`, `draining`, `too_many_open_orders`.
                That an acquirer does not answer is not among it. Never refused for being asked too often.'
              security: []
              responses:
                '200': {description: They can., content: {text/plain; charset=utf-8: {schema: {type: string}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /metrics:
            get:
              operationId: readMetrics
              tags: [Monitoring]
              summary: Figures for Prometheus
              description: 'The text format, version 0.0.4. The ledger is read once a second at most, and no device is asked. With
                `api.metrics: anybody` no token is needed on the port.'
              security: [{token: [report]}, {token: [admin]}]
              responses:
                '200': {description: The figures., content: {text/plain; version=0.0.4; charset=utf-8: {schema: {type: string}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
        components:
          securitySchemes:
            token:
              type: http
              scheme: bearer
              description: 'The token of `api.token_file`, which may do everything, or one that `till token make` made, which may
                do what its roles say. The roles that a request needs stand at each path: one of them is enough. On the socket nobody
                shows a token: the kernel says who asks, and `api.peers` what they may do.'
          parameters:
            Order:
              name: id
              in: path
              required: true
              description: The sale.
              schema: {type: string, pattern: '^[0-9A-Z]{1,128}$', examples: [01JNA6S2K4M6P8R0T2V4X6Z8B0]}
            Hold:
              name: id
              in: path
              required: true
              description: The hold.
              schema: {type: string, pattern: '^[0-9A-Z]{1,128}$', examples: [01JNA6W7S9T1V3X5Z7B9D1F3H5]}
            Target:
              name: id
              in: path
              required: true
              description: A row's number, a sale, or a lane.
              schema: {type: string, pattern: '^([1-9][0-9]{0,17}|provider|print|clock|[0-9A-Z]{26})$', examples: ['17']}
            Day:
              name: day
              in: path
              required: true
              description: A day by the terminal's time zone, or `today`.
              schema: {type: string, pattern: '^(today|20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$', examples: [today]}
            Printer:
              name: id
              in: path
              required: true
              description: The printer's name in the configuration.
              schema: {type: string, pattern: '^[a-z][a-z0-9_-]{0,63}$', examples: [counter]}
            Display:
              name: id
              in: path
              required: true
              description: The display's name in the configuration.
              schema: {type: string, pattern: '^[a-z][a-z0-9_-]{0,63}$', examples: [payer]}
            Webhook:
              name: id
              in: path
              required: true
              description: The endpoint, by its id.
              schema: {type: string, pattern: '^[0-9A-Za-z._-]{1,128}$', examples: [01JNB0H0H0H0H0H0H0H0H0H0H0]}
            Token:
              name: name
              in: path
              required: true
              description: What the token is called.
              schema: {type: string, pattern: '^[a-z][a-z0-9-]{0,31}$', examples: [kiosk-2]}
            IdempotencyKey:
              name: Idempotency-Key
              in: header
              required: true
              description: 'A name of your own for this request. The same key, path and body never do it twice: the answer then
                has `Idempotency-Replayed: true` and what is asked for as it stands now. Keys live as long as what they made.'
              schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[!-~]([ -~]*[!-~])?$', examples: [tea-1]}
          headers:
            Replayed:
              description: '`true` if an earlier request with the same key did it.'
              schema: {type: string, enum: ['true']}
          links:
            ShowOrder:
              operationId: showOrder
              parameters: {id: $response.body#/id}
              description: Look at it, or wait for it.
            CancelOrder:
              operationId: cancelOrder
              parameters: {id: $response.body#/id}
              description: Give it up.
            NewAttempt:
              operationId: newAttempt
              parameters: {id: $response.body#/id}
              description: Ask for a new code.
            CheckOrder:
              operationId: checkOrder
              parameters: {id: $response.body#/id}
              description: Ask the acquirer now.
            RefundOrder:
              operationId: refundOrder
              parameters: {id: $response.body#/id}
              description: Give its money back.
            ReprintOrder:
              operationId: reprintOrder
              parameters: {id: $response.body#/id}
              description: Print its receipt again.
            OrderCode:
              operationId: orderCode
              parameters: {id: $response.body#/id}
              description: Its code, as long as one is up.
            OrderReceipt:
              operationId: orderReceipt
              parameters: {id: $response.body#/id}
              description: Its receipt, once it is paid.
            ExplainOrder:
              operationId: explainOrder
              parameters: {id: $response.body#/id}
              description: What happened to it.
            OrderEvidence:
              operationId: orderEvidence
              parameters: {id: $response.body#/id}
              description: What happened to it, signed.
            HoldOrder:
              operationId: holdWork
              parameters: {id: $response.body#/id}
              description: Hold what it owes back.
            OrderQueue:
              operationId: listQueue
              parameters: {order: $response.body#/id}
              description: What it owes.
            ShowFirstOrder:
              operationId: showOrder
              parameters: {id: $response.body#/orders/0/id}
              description: Look at the newest one.
            SettleHold:
              operationId: settleHold
              parameters: {id: $response.body#/holds/0/id}
              description: Decide the oldest one.
            NextEvents:
              operationId: readEvents
              parameters: {after: $response.body#/last}
              description: What came after.
            NextQueue:
              operationId: listQueue
              parameters: {after: $response.body#/last}
              description: The next page.
            HoldRow:
              operationId: holdWork
              parameters: {id: $response.body#/rows/0/id}
              description: Hold the first row back.
            ReleaseRow:
              operationId: releaseWork
              parameters: {id: $response.body#/rows/0/id}
              description: Let the first row go on.
            EndDrain:
              operationId: endDrain
              description: Take new sales again.
            NextVerification:
              operationId: verifyJournal
              parameters: {after: $response.body#/next}
              description: The next stretch, if there is one.
            TestPrinter:
              operationId: testPrinter
              parameters: {id: $response.body#/printers/0/id}
              description: Print a test slip on the first one.
            ProbePrinter:
              operationId: probePrinter
              parameters: {id: $response.body#/printers/0/id}
              description: Ask the first one what it can do.
            TestDisplay:
              operationId: testDisplay
              parameters: {id: $response.body#/displays/0/id}
              description: Show a test picture on the first one.
            WebhookDeliveries:
              operationId: listDeliveries
              parameters: {id: $response.body#/webhooks/0/id}
              description: What waits for the first one.
            TestWebhook:
              operationId: testWebhook
              parameters: {id: $response.body#/webhooks/0/id}
              description: Send the first one a trial.
            RotateWebhook:
              operationId: rotateWebhook
              parameters: {id: $response.body#/webhook/id}
              description: Give it a new secret.
            RemoveWebhook:
              operationId: removeWebhook
              parameters: {id: $response.body#/webhook/id}
              description: Tell it no more.
            RevokeToken:
              operationId: revokeToken
              parameters: {name: $response.body#/token/name}
              description: Take it back.
          responses:
            BadRequest:
              description: 'The request is not what the message is: nothing has happened.'
              content:
                application/problem+json:
                  schema: {$ref: '#/components/schemas/Problem'}
                  examples: {malformed: {$ref: '#/components/examples/malformed'}, unknown_field: {$ref: '#/components/examples/unknown_field'},
                    wrong_type: {$ref: '#/components/examples/wrong_type'}, missing_field: {$ref: '#/components/examples/missing_field'},
                    idempotency_key_missing: {$ref: '#/components/examples/idempotency_key_missing'}}
            Unauthorized:
        """##
}
