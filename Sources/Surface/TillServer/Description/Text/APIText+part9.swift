// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 3041 to 3149.
    static let part9 = ##"""
                  minLength: 1
                  maxLength: 256
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Why, in the person's own words.
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              additionalProperties: false
              examples: [{why: closing time, by: anna}]
            EndDrain:
              type: object
              description: Takes new sales again.
              properties:
                by:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: Who, as they call themselves; the door of the request if absent.
              additionalProperties: false
              examples: [{by: anna}]
            MakeBackup:
              type: object
              description: Asks for a backup of the ledger.
              properties:
                folder:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 1024
                  pattern: ^/[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: The folder to make it in, an absolute path, over the Unix socket only; that of the configuration
                    if absent.
              additionalProperties: false
              examples: [{}, {folder: /media/stick}]
            MakeToken:
              type: object
              description: Makes a token for a program.
              properties:
                name: {type: string, pattern: '^[a-z][a-z0-9-]{0,31}$', description: What the token is called.}
                roles:
                  type: array
                  items: {$ref: '#/components/schemas/Role'}
                  minItems: 1
                  uniqueItems: true
                  description: What its owner may do, each word once.
                days: {type: [integer, 'null'], minimum: 1, maximum: 3650, description: Days until it ends by itself; never if absent.}
              required: [name, roles]
              additionalProperties: false
              examples: [{name: kiosk-2, roles: [sale], days: 365}, {name: office, roles: [refund, report]}]
            AddWebhook:
              type: object
              description: Has an endpoint told of sales from now on.
              properties:
                url:
                  type: string
                  minLength: 1
                  maxLength: 1024
                  pattern: ^[ -~]+$
                  description: Where, `https`, or `http` to a host that the settings allow.
                name:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 64
                  pattern: ^[^\x00-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]*$
                  description: What people call it.
                events:
                  type: [array, 'null']
                  items: {type: string, minLength: 1, maxLength: 64, pattern: '^[ -~]+$'}
                  minItems: 1
                  maxItems: 32
                  description: Types or groups of them; the usual ones if absent.
                after:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 128
                  pattern: ^[ -~]+$
                  description: The event after which it begins, or `first`; what comes from now on if absent.
              required: [url]
              additionalProperties: false
              examples: [{url: 'https://erp.example/till', name: erp, events: [order.paid, refund.*], after: first}]
            RotateWebhook:
              type: object
              description: Asks for a new secret.
              properties:
                overlap_hours: {type: [integer, 'null'], minimum: 0, maximum: 720, description: For how many hours it is signed
                    with the old one as well; 24 if absent.}
              additionalProperties: false
              examples: [{overlap_hours: 24}]
            Redeliver:
              type: object
              description: Has an endpoint told once more; all that waits or was given up if nothing is said.
              properties:
                message:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 128
                  pattern: ^[ -~]+$
                  description: One event, by its id, whether it was delivered or not.
                after:
                  type: [string, 'null']
                  minLength: 1
                  maxLength: 128
                  pattern: ^[ -~]+$
                  description: All events of interest after one, or `first`; not beside `message`.
              additionalProperties: false
              examples: [{message: 01JNA6S2K4M6P8R0T2V4X6Z8B0-42}, {after: first}]
        """##
}
