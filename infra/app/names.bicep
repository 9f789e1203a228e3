// What everything is called. A token is the 13 characters of uniqueString, so every length can be counted.

@export()
func groupName(environment string) string => 'rg-${environment}'

@export()
func identityName(token string) string => 'id-${token}'

@export()
func logsName(token string) string => 'log-${token}'

@export()
func insightsName(token string) string => 'appi-${token}'

@export()
func storageName(token string) string => 'st${token}'

@export()
func cosmosName(token string) string => 'cosmos-${token}'

@export()
func vaultName(token string) string => 'kv-${token}'

@export()
func emailName(token string) string => 'email-${token}'

@export()
func mailName(token string) string => 'acs-${token}'

@export()
func realtimeName(token string) string => 'sigr-${token}'

@export()
func webName(token string) string => 'stapp-${token}'

@export()
func planName(token string) string => 'plan-${token}'

@export()
func apiName(token string) string => 'func-${token}'

@export()
func networkName(token string) string => 'vnet-${token}'

@export()
func eventsName(token string) string => 'evgt-${token}'

@export()
func budgetName(token string) string => 'budget-${token}'
