// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 761 to 1140.
    static let part3 = ##"""
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/journal/head:
            get:
              operationId: journalHead
              tags: [Journal]
              summary: The journal's last row
              security: [{token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The head; keep it outside, and nobody can rewrite what came before.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/JournalHead'}, examples: {head: {$ref: '#/components/examples/JournalHead.head'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/journal/verification:
            get:
              operationId: verifyJournal
              tags: [Journal]
              summary: Examine a stretch of the ledger
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - name: after
                in: query
                required: false
                description: What `next` of the stretch before says; from the beginning if absent.
                schema: {type: string, pattern: '^(chain:[0-9]{1,18}|orders:[!-~]{0,128})$'}
              responses:
                '200':
                  description: What a second of looking brought; ask again with `next`.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Verification'}
                      examples: {good: {$ref: '#/components/examples/Verification.good'}, bad: {$ref: '#/components/examples/Verification.bad'}}
                  links: {NextVerification: {$ref: '#/components/links/NextVerification'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers:
            get:
              operationId: listPrinters
              tags: [Devices]
              summary: The printers, and how they do
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The printers.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrinterPage'}, examples: {one: {$ref: '#/components/examples/PrinterPage.one'}}}
                  links: {TestPrinter: {$ref: '#/components/links/TestPrinter'}, ProbePrinter: {$ref: '#/components/links/ProbePrinter'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers/{id}/test:
            post:
              operationId: testPrinter
              tags: [Devices]
              summary: Print the test slip
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Printer'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What came of it, after 20 seconds at most.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrintedSlip'}, examples: {printed: {$ref: '#/components/examples/PrintedSlip.printed'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers/{id}/probe:
            post:
              operationId: probePrinter
              tags: [Devices]
              summary: Ask a printer what it can do
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Printer'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What it answered, after 20 seconds at most.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrinterProbe'}, examples: {answered: {$ref: '#/components/examples/PrinterProbe.answered'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/devices:
            get:
              operationId: listDevices
              tags: [Devices]
              summary: The devices, and how they do
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The devices.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Devices'}, examples: {two: {$ref: '#/components/examples/Devices.two'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/displays:
            get:
              operationId: listDisplays
              tags: [Devices]
              summary: The customer screens, and how codes stand on them
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The screens.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/DisplayPage'}, examples: {one: {$ref: '#/components/examples/DisplayPage.one'}}}
                  links: {TestDisplay: {$ref: '#/components/links/TestDisplay'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/displays/{id}/test:
            post:
              operationId: testDisplay
              tags: [Devices]
              summary: Show the test picture
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Display'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What came of it, after 20 seconds at most; it stays for 20, and gives way to a sale.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/DisplayTest'}, examples: {shown: {$ref: '#/components/examples/DisplayTest.shown'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
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
        """##
}
